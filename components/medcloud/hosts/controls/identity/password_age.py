"""New accounts' passwords expire."""

from medcloud.hosts.control import Control
from medcloud.hosts.parameter import Parameter
from medcloud.hosts.settings import LoginDefs
from medcloud.hosts.want import at_most
from medcloud.hosts.words import Text
from medcloud.standard import number

_DAYS = int(number("7.2.3.1-a", "password_age").to("d"))

control = Control(
    id="password-age",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="high",
    title=Text(f"口令至多 {_DAYS} 天更换", f"Passwords last at most {_DAYS} days"),
    breaks=Text("到期未改口令者须先改口令", "Who let a password expire must change it first"),
    proof="behaviour",
    host_kind="namespace",
    parameters=(Parameter("days", _DAYS, "lower", Text("最长天数", "most days"), floor=1),),
    settings=lambda case: [LoginDefs("PASS_MAX_DAYS", at_most(case["days"], zero_is_off=True))],
)
