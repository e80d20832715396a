"""Which addresses are private, and which prefixes are so large that they are the world."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_network

Network = IPv4Network | IPv6Network

# A prefix shorter than these is the world or a large part of it (0.0.0.0/1 is half of it).
_SHORTEST = {4: 8, 6: 32}
_PRIVATE = tuple(
    ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8")
) + tuple(ip_network(text) for text in ("fc00::/7", "fe80::/10", "::1/128"))


@lru_cache(maxsize=1 << 14)
def is_private(net: Network) -> bool:
    """Whether a prefix lies wholly in addresses that are not routed in the Internet."""
    return any(net.version == p.version and net.subnet_of(p) for p in _PRIVATE)  # type: ignore[arg-type]


def overlap(a: Network, b: Network) -> bool:
    """Whether two prefixes share an address; never when they are of two families."""
    return a.version == b.version and a.overlaps(b)


def is_wide(net: Network) -> bool:
    """Whether a prefix is the world or a large part of it."""
    return net.prefixlen < _SHORTEST[net.version] and not is_private(net)


def union(networks: Iterable[Network]) -> list[Network]:
    """The fewest prefixes that cover the same addresses: 0.0.0.0/1 and 128.0.0.0/1 are 0.0.0.0/0."""
    listed = list(networks)
    v4 = collapse_addresses(n for n in listed if isinstance(n, IPv4Network))
    v6 = collapse_addresses(n for n in listed if isinstance(n, IPv6Network))
    return [*v4, *v6]
