"""Which subnet an address lies in."""

from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TypeVar

import pulumi

Network = IPv4Network | IPv6Network
Found = TypeVar("Found")


def holding(subnets: Mapping[str, Found], address: str) -> Found:
    """What stands for the prefix that holds the address; RunError when none does."""
    wanted = ip_address(address)
    for cidr, found in subnets.items():
        if wanted in ip_network(cidr):
            return found
    raise pulumi.RunError(
        f"地址 {address} 不在任何子网内。 {address} is in none of the subnets: {', '.join(subnets)}."
    )


def within(cidr: str, outer: Network) -> bool:
    """Whether a prefix is inside another, of the same family."""
    inner = ip_network(cidr)
    if isinstance(inner, IPv4Network):
        return isinstance(outer, IPv4Network) and inner.subnet_of(outer)
    return isinstance(outer, IPv6Network) and inner.subnet_of(outer)
