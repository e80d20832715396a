"""The address scheme of docs/plan.md: blocks, centres, subnets, hosts. Arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from medcloud.model.networks import CENTRE_BITS, LONGEST_CENTRE

Network = IPv4Network | IPv6Network

SUBNET_BITS = 8
"""A centre's block is cut for 256 subnets, within the lengths below."""
LARGEST_SUBNET, SMALLEST_SUBNET = 22, 27
SUBNET_V6 = 64
_POOL_BITS_V6 = 15
_POOL_V6 = 1 << _POOL_BITS_V6
"""Hosts from here to twice as many, in a v6 prefix, are the cloud's own."""


def centre_length(block: Network) -> int:
    """Prefix length of a centre in a region's block: /16 of a /12; in IPv6 /48, longer in a small block."""
    if block.version == 4:
        return block.prefixlen + CENTRE_BITS
    return max(48, block.prefixlen + CENTRE_BITS)


def small_length(block: Network) -> int:
    """Prefix length of a small centre in IPv6: /56, longer in a small block."""
    return max(56, block.prefixlen + CENTRE_BITS)


def units(block: Network) -> int:
    """How many of the smallest centres a region's IPv4 block holds."""
    return 1 << max(0, LONGEST_CENTRE[4] - block.prefixlen)


def from_top(block: Network, length: int, index: int) -> Network:
    """The prefix of that length and index in a block, counted from its end."""
    return cut(block, length, (1 << (length - block.prefixlen)) - 1 - index)


def centre_slots(block: Network) -> int:
    """How many centres a region's block holds; 0 when it is too small to be cut."""
    length = centre_length(block)
    return 0 if length > LONGEST_CENTRE[block.version] else 1 << (length - block.prefixlen)


def subnet_length(centre: Network) -> int:
    """Prefix length of a subnet in a centre's prefix: /24 of a /16; /64 in IPv6."""
    if centre.version == 6:
        return SUBNET_V6
    return min(max(centre.prefixlen + SUBNET_BITS, LARGEST_SUBNET), SMALLEST_SUBNET)


def cut(block: Network, length: int, index: int) -> Network:
    """The prefix of that length and index in a block."""
    base = int(block.network_address) + (index << (block.max_prefixlen - length))
    if block.version == 4:
        return IPv4Network((base, length))
    return IPv6Network((base, length))


def subnets_in(centre: Network) -> int:
    """How many subnets a centre's prefix holds."""
    return 1 << max(0, subnet_length(centre) - centre.prefixlen)


@dataclass(frozen=True)
class Layout:
    """How a v4 subnet is divided, in sixteenths: gateway, balancers, instances, and the cloud's own half.

    A /24 has its gateway at .1, balancers at .2-.47, instances at .48-.127 and the cloud's pool
    (DHCP agents, routers, balancers' own ports) at .128-.254, which is a prefix of its own.
    """

    unit: int

    @property
    def vips(self) -> int:
        """Balancer addresses in a subnet."""
        return 3 * self.unit - 2

    @property
    def instances(self) -> int:
        """Instance addresses in a subnet."""
        return 5 * self.unit

    def vip(self, number: int) -> tuple[int, int]:
        """Subnet of the network, and host in that subnet, of a balancer's number."""
        subnet, rest = divmod(number, self.vips)
        return subnet, 2 + rest

    def instance(self, number: int) -> tuple[int, int]:
        """Subnet of the network, and host in that subnet, of an instance's number."""
        subnet, rest = divmod(number, self.instances)
        return subnet, 3 * self.unit + rest


def layout(subnet_v4_length: int) -> Layout:
    """The division of a subnet of that prefix length."""
    return Layout((1 << (32 - subnet_v4_length)) // 16)


def host_v4(subnet: Network, host: int) -> str:
    """Address of a host in a v4 subnet."""
    return str(IPv4Address(int(subnet.network_address) + host))


def host_v6(subnet: Network, part: int, host: int) -> str:
    """Address of a host in a v6 subnet: the v4 subnet's number in the network, then the v4 host."""
    return str(IPv6Address(int(subnet.network_address) + (part << 16) + host))


def gateway(subnet: Network) -> str:
    """The first address of a subnet; the router's."""
    return host_v4(subnet, 1) if subnet.version == 4 else host_v6(subnet, 0, 1)


def cloud_half(subnet: Network) -> Network:
    """The upper half of a v4 subnet: the cloud's own ports, balancers' among them."""
    return cut(subnet, subnet.prefixlen + 1, 1)


def cloud_half_v6(subnet: Network) -> Network:
    """The same of a v6 subnet: the prefix that `cloud_pool` is."""
    return cut(subnet, 128 - _POOL_BITS_V6, 1)


def cloud_pool(subnet: Network) -> tuple[str, str]:
    """First and last address that the cloud may give to ports of its own."""
    if subnet.version == 4:
        own = cloud_half(subnet)
        return host_v4(own, 0), host_v4(own, own.num_addresses - 2)
    return host_v6(subnet, 0, _POOL_V6), host_v6(subnet, 0, 2 * _POOL_V6 - 1)
