"""IP prefixes as fields."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from medcloud.model.refuse import refuse
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.printable import shown

Net = IPv4Network | IPv6Network
_SHORTEST = {4: 8, 6: 16}
_N = TypeVar("_N", IPv4Network, IPv6Network)


def _v4(value: Any) -> IPv4Network:
    return _prefix(value, IPv4Network, "10.64.0.0/12")


def _v6(value: Any) -> IPv6Network:
    return _prefix(value, IPv6Network, "fd14:2025::/32")


def _any(value: Any) -> Net:
    return _v6(value) if isinstance(value, str) and ":" in value else _v4(value)


def _prefix(value: Any, kind: type[_N], example: str) -> _N:
    if isinstance(value, kind):
        return value
    version = 4 if kind is IPv4Network else 6
    try:
        if not isinstance(value, str) or not value.isascii() or "/" not in value or "%" in value:
            raise ValueError
        net = ip_network(value, strict=False)
        if not isinstance(net, kind):
            raise ValueError
    except ValueError:
        raise refuse(
            Text(
                f"“{shown(value)}”不是 IPv{version} 前缀", f"“{shown(value)}” is not an IPv{version} prefix"
            ),
            Text(f"写地址加长度，如 {example}", f"write address and length, e.g. {example}"),
        ) from None
    if str(net.network_address) != str(kind(f"{value.split('/')[0]}/{net.max_prefixlen}").network_address):
        raise refuse(
            Text(f"“{value}”的主机位不为零", f"“{value}” has host bits set"),
            Text(f"写 {net}", f"write {net}"),
            instead=str(net),
        )
    if net.prefixlen < _SHORTEST[version] or not _unicast(net):
        raise refuse(
            Text(f"“{value}”不能用作内网网段", f"“{value}” cannot number the hosts of a region"),
            Text(f"写私有网段，如 {example}", f"write a private prefix, e.g. {example}"),
        )
    return net


def _unicast(net: Net) -> bool:
    """Whether hosts may have its addresses: no multicast, loopback, link-local or reserved ones."""
    first = net.network_address.packed[0]
    if net.version == 4:
        return first not in (0, 127) and first < 224 and not net.is_link_local
    return not (net.is_multicast or net.is_link_local or first == 0)


def _schema(example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "format": "cidr", "pattern": "/[0-9]+$", "examples": [example]})


Prefix4 = Annotated[IPv4Network, BeforeValidator(_v4), _schema("10.64.0.0/12")]
Prefix6 = Annotated[IPv6Network, BeforeValidator(_v6), _schema("fd14:2025::/32")]
Prefix = Annotated[Net, BeforeValidator(_any), _schema("192.168.0.0/16")]


_OUTER = {4: 16, 6: 32}


@decides("7.2.2-c")
def _outer(net: Net) -> Net:
    if net.prefixlen >= _OUTER[net.version]:
        return net
    raise refuse(
        Text(f"{net} 不是一个机构的网段", f"{net} is not the network of one institution"),
        Text(f"写 /{_OUTER[net.version]} 或更小的网段", f"write a /{_OUTER[net.version]} or smaller"),
        item="7.2.2-c",
    )


OuterPrefix = Annotated[Prefix, AfterValidator(_outer)]
"""A prefix of somebody else; no wider than one institution has."""


def _gateway(value: Any) -> IPv4Address:
    if isinstance(value, IPv4Address):
        return value
    try:
        if not isinstance(value, str) or not value.isascii():
            raise ValueError
        found = IPv4Address(value)
    except ValueError:
        found = IPv4Address(0)
    if not _unicast(IPv4Network(found)):
        raise refuse(
            Text(f"“{shown(value)}”不是 VPN 网关的地址", f"“{shown(value)}” is no address of a VPN gateway"),
            Text("写一个 IPv4 地址，如 203.0.113.9", "write one IPv4 address, e.g. 203.0.113.9"),
        )
    return found


Gateway = Annotated[
    IPv4Address,
    BeforeValidator(_gateway),
    WithJsonSchema({"type": "string", "format": "ipv4", "examples": ["203.0.113.9"]}),
]
"""The outside address of a VPN's other end."""


def _address(value: Any) -> IPv4Address | IPv6Address:
    if isinstance(value, IPv4Address | IPv6Address):
        return value
    try:
        if not isinstance(value, str) or not value.isascii() or "%" in value:
            raise ValueError
        return ip_address(value)
    except ValueError:
        raise refuse(
            Text(f"“{shown(value)}”不是 IP 地址", f"“{shown(value)}” is no IP address"),
            Text("写一个地址，如 10.200.1.7", "write one address, e.g. 10.200.1.7"),
        ) from None


Address = Annotated[
    IPv4Address | IPv6Address,
    BeforeValidator(_address),
    WithJsonSchema({"type": "string", "examples": ["10.200.1.7"]}),
]
"""One address, v4 or v6."""
