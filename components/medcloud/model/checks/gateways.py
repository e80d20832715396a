"""VPNs to institutions outside have an end there, and one of its own (7.2.1-b)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.institutions import institutions
from medcloud.model.prefix import Net
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.2.1-b")
def gateways(region: Region) -> Iterator[Problem]:
    """VPNs without a gateway, gateways without a VPN, within what the VPN carries, or of two institutions."""
    ends: dict[object, str] = {}
    for loc, found in institutions(region):
        where = ".".join(map(str, loc))
        if found.gateway is None:
            if found.by == "vpn":
                yield Problem(
                    (*loc, "by"),
                    Text("by: vpn 未写对端网关", "by: vpn, and no gateway is named"),
                    Text(
                        f"写 {where}.gateway：对端 VPN 网关的外部 IPv4 地址",
                        f"write {where}.gateway, the outside IPv4 address of the other end",
                    ),
                    "7.2.1-b",
                )
            continue
        first = ends.setdefault(found.gateway, where)
        if found.by != "vpn":
            yield Problem(
                (*loc, "gateway"),
                Text(
                    f"by: {found.by} 不经 VPN，gateway 无用", f"by: {found.by} is no VPN and has no gateway"
                ),
                Text("写 by: vpn，或删去 gateway", "write by: vpn, or leave gateway out"),
            )
        elif any(found.gateway in prefix for prefix in (*found.prefixes, *_blocks(region))):
            yield Problem(
                (*loc, "gateway"),
                Text(
                    f"{found.gateway} 在 VPN 所承载的网段之内，到不了",
                    f"{found.gateway} lies within what the VPN carries, so it cannot be reached",
                ),
                Text("写对端网关的外部地址", "write the outside address of the other end"),
            )
        elif first != where:
            yield Problem(
                (*loc, "gateway"),
                Text(f"{found.gateway} 已是 {first} 的网关", f"{found.gateway} is the gateway of {first}"),
                Text(
                    "两家机构各用一个网关地址；同一机构的网段写在一处",
                    "give each institution an address of its own, or write the prefixes of one in one place",
                ),
            )


def _blocks(region: Region) -> Iterator[Net]:
    yield region.networks.ipv4
    yield from (centre.ipv4 for centre in region.centres.values() if centre.ipv4)
