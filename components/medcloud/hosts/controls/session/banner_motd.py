"""What is shown after login names no system."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.session._warning import WARNING
from medcloud.hosts.settings import Banner
from medcloud.text import Text

control = Control(
    id="banner-motd",
    clauses=("8.1.4.1-b", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("登录后的提示不泄露系统", "What is shown after login tells no system"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    reads=("/etc/motd",),
    settings=lambda case: [Banner("/etc/motd", WARNING, may_be_empty=True)],
)
