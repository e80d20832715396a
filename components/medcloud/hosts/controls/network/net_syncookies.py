"""Floods of connections do not use up memory."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_KEYS = (
    "net.ipv4.tcp_syncookies",
    "net.ipv4.tcp_rfc1337",
)

control = Control(
    id="net-syncookies",
    clauses=("8.1.4.4-f",),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("抵御 SYN 洪泛", "Floods of half-open connections are survived"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Sysctl(key, exactly(1)) for key in _KEYS],
)
