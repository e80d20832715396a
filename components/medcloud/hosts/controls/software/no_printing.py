"""Servers do not print."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff, server_only
from medcloud.text import Text

_UNITS = (
    "cups.service",
    "cups.socket",
    "cups-browsed.service",
)

control = Control(
    id="no-printing",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c",),
    severity="low",
    title=Text("服务器不运行打印服务", "Servers run no print service"),
    breaks=Text("从服务器打印的应用", "Applications that print from a server"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: server_only(case, [ServiceOff(name) for name in _UNITS]),
)
