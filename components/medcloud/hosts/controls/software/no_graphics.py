"""Servers have no graphical desktop."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff, server_only
from medcloud.text import Text

_UNITS = (
    "gdm.service",
    "lightdm.service",
    "sddm.service",
    "ukui-greeter.service",
    "xrdp.service",
    "vncserver@.service",
)

control = Control(
    id="no-graphics",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c",),
    severity="low",
    title=Text("服务器不运行图形界面", "Servers run no graphical desktop"),
    breaks=Text("在服务器图形界面上操作的人", "Who works at a server's desktop"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: server_only(case, [ServiceOff(name) for name in _UNITS]),
)
