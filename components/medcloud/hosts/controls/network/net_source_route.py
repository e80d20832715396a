"""Packets do not choose their own way."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_KEYS = (
    "net.ipv4.conf.all.accept_source_route",
    "net.ipv4.conf.default.accept_source_route",
    "net.ipv6.conf.all.accept_source_route",
    "net.ipv6.conf.default.accept_source_route",
)

control = Control(
    id="net-source-route",
    clauses=("8.1.4.4-b", "8.1.3.1-a"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("不接受源路由报文", "Source-routed packets are refused"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Sysctl(key, exactly(0)) for key in _KEYS],
)
