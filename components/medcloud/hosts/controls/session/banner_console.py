"""The console warns before login and names no system."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.session._warning import WARNING
from medcloud.hosts.settings import Banner
from medcloud.text import Text

control = Control(
    id="banner-console",
    clauses=("8.1.4.1-b", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("控制台登录前有警示，不泄露系统", "The console warns before login and tells no system"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    reads=("/etc/issue",),
    settings=lambda case: [Banner("/etc/issue", WARNING)],
)
