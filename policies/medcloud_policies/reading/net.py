"""Prefixes and ports compared as what they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_network

Network = IPv4Network | IPv6Network
MANY_PORTS = 1024  # a range of so many ports is "any port", however it is cut

# A prefix shorter than these is the world or a large part of it (0.0.0.0/1 is half of it).
_SHORTEST = {4: 8, 6: 32}
_PRIVATE = tuple(
    ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8")
) + tuple(ip_network(text) for text in ("fc00::/7", "fe80::/10", "::1/128"))
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
    if net is None:
        return True
    return net.prefixlen < _SHORTEST[net.version] and not is_private(net)


@lru_cache(maxsize=1 << 14)
def is_private(net: Network) -> bool:
    """Whether a prefix lies wholly in addresses that are not routed in the Internet."""
    return any(net.version == p.version and net.subnet_of(p) for p in _PRIVATE)  # type: ignore[arg-type]


def union(networks: Iterable[Network]) -> list[Network]:
    """The fewest prefixes that cover the same addresses: 0.0.0.0/1 and 128.0.0.0/1 are 0.0.0.0/0."""
    listed = list(networks)
    v4 = collapse_addresses(n for n in listed if isinstance(n, IPv4Network))
    v6 = collapse_addresses(n for n in listed if isinstance(n, IPv6Network))
    return [*v4, *v6]


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
