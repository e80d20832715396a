"""Networks of the region have private addresses, and the intranet is not the world (7.2.2-a, 6.1.3-b)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.lan import lan_of
from medcloud.model.prefix import Net
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.prefixes import is_private, is_wide, overlap, union
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_EXAMPLES = {4: "10.64.0.0/12", 6: "fd14:2025::/32"}


@decides("7.2.2-a", "6.1.3-b")
def private_prefixes(region: Region) -> Iterator[Problem]:
    """Prefixes of the region that are routed in the Internet: its servers would be reached from there."""
    for loc, net in _own(region):
        if not is_private(net):
            example = _EXAMPLES[net.version]
            yield Problem(
                loc,
                Text(f"{net} 不是私有网段", f"{net} is not private"),
                Text(
                    f"写 RFC 1918 或 fc00::/7 内的网段，如 {example}",
                    f"write a prefix of RFC 1918 or fc00::/7, e.g. {example}",
                ),
                "7.2.2-a",
            )


@decides("7.2.2-a")
def partners(region: Region) -> Iterator[Problem]:
    """Partners that the Internet is said to lead to, at addresses to which it leads nobody."""
    for key, partner in region.partners.items():
        for index, net in enumerate(partner.prefixes):
            if partner.by == "internet" and is_private(net):
                yield Problem(
                    ("partners", key, "prefixes", index),
                    Text(
                        f"{net} 是私有网段，经互联网到不了",
                        f"{net} is private: the Internet does not lead there",
                    ),
                    Text(
                        "写其公网网段，或写 by: line 或 by: vpn",
                        "write its prefix in the Internet, or by: line or by: vpn",
                    ),
                    "7.2.2-a",
                )


@decides("7.2.2-a", "6.5-b")
def intranet(region: Region) -> Iterator[Problem]:
    """An intranet that is a large part of the Internet, by one prefix or by several together."""
    if not any(
        "intranet" in named and not lan_of(region, key)
        for key, workload in region.workloads.items()
        for named in workload.caller_lists.values()
    ):
        return
    field = "reserved" if region.networks.intranet is None else "intranet"
    staff = region.networks.staff
    for wide in filter(is_wide, union(staff)):
        index = next(n for n, net in enumerate(staff) if overlap(net, wide))
        yield Problem(
            ("networks", field, index),
            Text(
                f"{wide} 是互联网的一大部分，不能算作 intranet",
                f"{wide} is a large part of the Internet and cannot be the intranet",
            ),
            Text("在 networks.intranet 写本单位的网段", "write your own prefixes in networks.intranet"),
            "7.2.2-a",
        )


def _own(region: Region) -> Iterator[tuple[Loc, Net]]:
    yield ("networks", "ipv4"), region.networks.ipv4
    yield ("networks", "ipv6"), region.networks.ipv6
    for key, centre in region.centres.items():
        named: list[tuple[Loc, Net | None]] = [(("ipv4",), centre.ipv4), (("ipv6",), centre.ipv6)]
        for network, entry in centre.networks.items():
            named += [
                (("networks", network, "ipv4"), entry.ipv4),
                (("networks", network, "ipv6"), entry.ipv6),
            ]
        for loc, net in named:
            if net is not None:
                yield ("centres", key, *loc), net
