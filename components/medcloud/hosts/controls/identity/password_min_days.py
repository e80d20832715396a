"""A password is kept for a day, so that history cannot be run through."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import AccountAge, LoginDefs
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

control = Control(
    id="password-min-days",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="low",
    title=Text("口令改后一天内不得再改", "A new password is kept for a day"),
    breaks=Text(
        "当天又要改口令的人须找管理员", "Who wants to change it again that day needs an administrator"
    ),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", 1, "higher", Text("最短天数", "fewest days"), ceiling=30),),
    settings=lambda case: [
        LoginDefs("PASS_MIN_DAYS", at_least(case["days"])),
        AccountAge("min_days", at_least(case["days"])),
    ],
)
