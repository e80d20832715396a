"""Passwords expire, of new accounts and of those that are there."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import PASSWORD_DAYS
from medcloud.hosts.settings import AccountAge, LoginDefs
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="password-age",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="high",
    title=Text("口令到期须更换", "Passwords expire"),
    breaks=Text("到期未改口令者须先改口令", "Who let a password expire must change it first"),
    proof="behaviour",
    host_kind="namespace",
    parameters=(
        Parameter("days", PASSWORD_DAYS, "lower", Text("口令最长天数", "most days of a password"), floor=1),
    ),
    settings=lambda case: [
        LoginDefs("PASS_MAX_DAYS", at_most(case["days"], zero_is_off=True)),
        AccountAge("max_days", at_most(case["days"], zero_is_off=True)),
    ],
)
