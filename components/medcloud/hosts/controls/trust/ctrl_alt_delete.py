"""Nobody reboots by three keys."""

from medcloud.hosts.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.hosts.words import Text

_UNITS = ("ctrl-alt-del.target",)

control = Control(
    id="ctrl-alt-delete",
    clauses=("8.1.4.4-c", "8.1.4.3-d"),
    items=("6.5-c",),
    severity="low",
    title=Text("禁用 Ctrl-Alt-Delete 重启", "Three keys do not reboot the host"),
    breaks=Text("在控制台以组合键重启的人", "Who reboots by keys at the console"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(ServiceOff(name) for name in _UNITS),
    ],
)
