"""Accounts that are there shut some days after their password expired."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import AccountAge
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="inactive-accounts",
    clauses=("8.1.4.2-c",),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="medium",
    title=Text("现有账户口令过期后限期停用", "Accounts shut some days after their password expired"),
    breaks=Text(
        "久未登录的人；root 与 site.operators 除外",
        "People who do not log in for long; not root and site.operators",
    ),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", 90, "lower", Text("过期后天数", "days after expiry"), floor=7),),
    settings=lambda case: [
        AccountAge(
            "inactive_days", at_most(case["days"], least=0), but=("root", *case.surroundings.operators)
        )
    ],
)
