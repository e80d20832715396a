"""Arithmetic on address ranges of both families."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_network

Network = IPv4Network | IPv6Network
ANYWHERE = frozenset({ip_network("0.0.0.0/0"), ip_network("::/0")})


def inside(network: Network, other: Network) -> bool:
    """Whether a range lies in another; never across families."""
    if isinstance(network, IPv4Network):
        return isinstance(other, IPv4Network) and network.subnet_of(other)
    return isinstance(other, IPv6Network) and network.subnet_of(other)


def beyond(new: Collection[Network], old: Collection[Network]) -> tuple[Network, ...]:
    """What lies in the new ranges and in none of the old, in as few pieces as can be, IPv4 first."""
    left = list(new)
    for gone in old:
        left = [piece for network in left for piece in _without(network, gone)]
    v4 = collapse_addresses(n for n in left if isinstance(n, IPv4Network))
    v6 = collapse_addresses(n for n in left if isinstance(n, IPv6Network))
    return (*v4, *v6)


def _without(network: Network, gone: Network) -> Iterator[Network]:
    if inside(network, gone):
        return
    if not inside(gone, network):
        yield network
    elif isinstance(network, IPv4Network):
        yield from network.address_exclude(IPv4Network(gone))
    else:
        yield from network.address_exclude(IPv6Network(gone))
