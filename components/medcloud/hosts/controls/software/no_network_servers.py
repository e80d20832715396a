"""No name, address or proxy server by accident."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.text import Text

_UNITS = (
    "dhcpd.service",
    "isc-dhcp-server.service",
    "kea-dhcp4-server.service",
    "squid.service",
    "tinyproxy.service",
    "slapd.service",
)

control = Control(
    id="no-network-servers",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c", "7.2.2-a"),
    severity="low",
    title=Text("不运行 DHCP、代理等网络服务", "No DHCP and proxy servers by accident"),
    breaks=Text("承担这些角色的主机（豁免）", "Hosts with these roles: waive it"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(ServiceOff(name) for name in _UNITS),
    ],
)
