"""People are told before a password expires."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import AccountAge, LoginDefs
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

control = Control(
    id="password-warn-days",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a", "7.2.3.1-b"),
    severity="low",
    title=Text("口令到期前提醒", "People are told before a password expires"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", 7, "higher", Text("提前天数", "days ahead"), ceiling=60),),
    settings=lambda case: [
        LoginDefs("PASS_WARN_AGE", at_least(case["days"])),
        AccountAge("warn_days", at_least(case["days"])),
    ],
)
