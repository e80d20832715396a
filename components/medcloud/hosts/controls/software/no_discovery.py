"""The host does not announce itself."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.text import Text

_UNITS = ("avahi-daemon.service", "avahi-daemon.socket", "cups-browsed.service")

control = Control(
    id="no-discovery",
    clauses=("8.1.4.4-b",),
    items=("6.5-c",),
    severity="low",
    title=Text("不向网络广播自身", "The host does not announce itself"),
    breaks=Text("按名发现打印机、共享的人", "Who finds printers and shares by name"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [ServiceOff(name) for name in _UNITS],
)
