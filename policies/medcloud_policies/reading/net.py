"""Prefixes and ports compared as what they are."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network

from medcloud.standard import prefixes
from medcloud.standard.prefixes import Network, is_private, union

__all__ = [
    "Network",
    "has_ports",
    "is_any_port",
    "is_private",
    "is_wide",
    "network",
    "port_span",
    "protocol",
    "union",
]

MANY_PORTS = 1024  # a range of so many ports is "any port", however it is cut

_PROTOCOLS = {
    "any": "",
    "0": "",
    "1": "icmp",
    "6": "tcp",
    "17": "udp",
    "33": "dccp",
    "58": "ipv6-icmp",
    "icmpv6": "ipv6-icmp",
    "132": "sctp",
    "136": "udplite",
}
_WITH_PORTS = ("tcp", "udp", "sctp", "dccp", "udplite")
# All of IPv4, written as IPv6 and as NAT64 writes it
_MAPPED = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))


@lru_cache(maxsize=1 << 14)
def network(text: str) -> Network | None:
    """A prefix or address as a network; None when it cannot be read as one."""
    try:
        found = ip_network(text.strip(), strict=False)
    except ValueError:
        return None
    if isinstance(found, IPv6Network) and any(found.subnet_of(whole) for whole in _MAPPED):
        return IPv4Network((int(found.network_address) & 0xFFFFFFFF, found.prefixlen - 96))
    return found


def is_wide(net: Network | None) -> bool:
    """Whether a prefix is the world or a large part of it; one that cannot be read counts as wide."""
    return net is None or prefixes.is_wide(net)


def port_span(text: str) -> tuple[int, int]:
    """The ports of a firewall rule, e.g. "443" or "1:65535"; empty or unreadable means all."""
    parts = text.replace("-", ":").split(":")
    if not all(part.strip().isdigit() for part in parts) or len(parts) > 2:
        return 0, 65535
    return int(parts[0]), int(parts[-1])


def is_any_port(span: tuple[int, int]) -> bool:
    """Whether a range is so long that it no longer chooses."""
    return span[1] - span[0] + 1 >= MANY_PORTS


def protocol(text: str) -> str:
    """A protocol's name whatever way it is written; "" for any."""
    return _PROTOCOLS.get(text, text)


def has_ports(protocol: str) -> bool:
    """Whether a protocol, by its name, has ports to choose from; ICMP, VRRP, ESP or GRE have none."""
    return protocol in _WITH_PORTS
