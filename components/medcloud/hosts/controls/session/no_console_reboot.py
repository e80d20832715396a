"""Three keys at the console do not reboot the host."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.text import Text

control = Control(
    id="no-console-reboot",
    clauses=("8.1.4.2-d",),
    items=("7.2.2-c", "6.5-c"),
    severity="low",
    title=Text("控制台三键不能重启主机", "Ctrl-Alt-Del does not reboot the host"),
    breaks=Text("以三键重启的人", "Who reboots by three keys"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [ServiceOff("ctrl-alt-del.target")],
)
