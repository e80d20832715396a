"""Who does not log in soon is cut off."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="ssh-login-grace",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.2-d", "6.5-c"),
    severity="medium",
    title=Text("未及时登录的连接被切断", "Connections that do not log in soon are cut"),
    breaks=Text("输入很慢的人", "People who type slowly"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("seconds", 60, "lower", Text("登录限时秒数", "seconds to log in"), floor=15),),
    settings=lambda case: [SshdOption("LoginGraceTime", at_most(case["seconds"], zero_is_off=True))],
)
