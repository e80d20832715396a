"""Logins over the network are warned."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.session._warning import WARNING
from medcloud.hosts.settings import Banner, SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="banner-network",
    clauses=("8.1.4.1-b", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("网络登录前有警示，不泄露系统", "Logins over the network are warned, and told no system"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    reads=("/etc/issue.net", "/etc/issue"),
    settings=lambda case: [
        Banner("/etc/issue.net", WARNING),
        Banner("/etc/issue", WARNING),
        SshdOption("Banner", word("/etc/issue", "/etc/issue.net")),
    ],
)
