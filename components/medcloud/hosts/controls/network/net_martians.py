"""Impossible addresses are logged."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_KEYS = (
    "net.ipv4.conf.all.log_martians",
    "net.ipv4.conf.default.log_martians",
)

control = Control(
    id="net-martians",
    clauses=("8.1.4.4-f", "8.1.4.3-a"),
    items=("6.5-c", "7.2.2-a"),
    severity="low",
    title=Text("记录异常源地址报文", "Packets with impossible addresses are logged"),
    breaks=Text("日志量", "More logs"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Sysctl(key, exactly(1)) for key in _KEYS],
)
