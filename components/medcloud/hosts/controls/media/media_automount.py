"""Media are not mounted by themselves."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff, server_only
from medcloud.text import Text

_UNITS = (
    "autofs.service",
    "udisks2.service",
)

control = Control(
    id="media-automount",
    clauses=("8.1.4.4-b", "8.1.4.5-a"),
    items=("6.5-c", "7.1.2.4-d"),
    severity="medium",
    title=Text("服务器不自动挂载移动介质", "Servers mount no media by themselves"),
    breaks=Text("自动挂载的网络目录", "Network folders that are mounted on demand"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: server_only(case, [ServiceOff(name) for name in _UNITS]),
)
