"""A new account whose password expired long ago shuts."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

_PATH = "/etc/default/useradd"

control = Control(
    id="inactive-default",
    clauses=("8.1.4.2-c",),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="medium",
    title=Text("新账户口令过期后限期停用", "New accounts shut some days after their password expired"),
    breaks=Text("久未登录的人", "People who do not log in for long"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", 30, "lower", Text("过期后天数", "days after expiry"), floor=1),),
    reads=(_PATH,),
    settings=lambda case: [KeyValue(_PATH, "INACTIVE", at_most(case["days"], least=0), sign="=")],
)
