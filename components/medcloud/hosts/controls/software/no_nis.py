"""No NIS: it hands out password hashes."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PackageAbsent, ServiceOff
from medcloud.text import Text

_PACKAGES = (
    "ypbind",
    "nis",
    "ypserv",
)
_UNITS = (
    "ypbind.service",
    "ypserv.service",
    "nis.service",
)

control = Control(
    id="no-nis",
    clauses=("8.1.4.4-b", "8.1.4.1-c"),
    items=("6.5-c", "7.2.3.1-a"),
    severity="high",
    title=Text("不使用 NIS", "No NIS"),
    breaks=Text("仍用 NIS 账户的主机", "Hosts with accounts in NIS"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(PackageAbsent(name) for name in _PACKAGES),
        *(ServiceOff(name) for name in _UNITS),
    ],
)
