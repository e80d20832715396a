"""Packets come from where they say."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_KEYS = (
    "net.ipv4.conf.all.rp_filter",
    "net.ipv4.conf.default.rp_filter",
)

control = Control(
    id="net-reverse-path",
    clauses=("8.1.4.4-b", "8.1.3.1-a"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("校验报文来源路径", "Packets come from where they say"),
    breaks=Text("不对称路由：改为 2", "Asymmetric routing: 2 will do"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Sysctl(key, at_least(1)) for key in _KEYS],
)
