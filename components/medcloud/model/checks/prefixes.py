"""Prefixes do not overlap, and are large enough for what is cut from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from medcloud.model.lan import TRANSLATED
from medcloud.model.networks import CENTRE_BITS, CENTRES, LONGEST_BLOCK, LONGEST_CENTRE
from medcloud.model.prefix import Net
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.prefixes import overlap
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


class Claim(NamedTuple):
    """A prefix and the place that claims it."""

    loc: Loc
    prefix: Net
    owner: str
    """Claims of one owner may lie within each other."""


def overlaps(region: Region) -> Iterator[Problem]:
    """Two claims to the same addresses; the later in the file is at fault."""
    owned = _owned(region)
    found = dict.fromkeys((*_meeting(_staff(region) + owned), *_meeting(_lans(region) + owned)))
    for one, other in found:
        where = ".".join(map(str, one.loc))
        yield Problem(
            other.loc,
            Text(
                f"{other.prefix} 与 {where} 的 {one.prefix} 重叠",
                f"{other.prefix} overlaps {one.prefix} of {where}",
            ),
            TRANSLATED
            if "lan" in other.loc
            else Text("换一个不重叠的网段", "choose a prefix that does not overlap"),
        )
    elsewhere = [*_elsewhere(region), *((claim.loc, claim.prefix) for claim in _lans(region))]
    for loc, reserved in elsewhere:
        for name, block in (("ipv4", region.networks.ipv4), ("ipv6", region.networks.ipv6)):
            if overlap(reserved, block) and reserved.prefixlen <= block.prefixlen:
                yield Problem(
                    loc,
                    Text(f"{reserved} 占去整个 networks.{name}", f"{reserved} takes all of networks.{name}"),
                    Text(f"为 networks.{name} 另选网段", f"choose another prefix for networks.{name}"),
                )


def room(region: Region) -> Iterator[Problem]:
    """Blocks too small to be cut, and more centres than a block is cut for."""
    for version, name in ((4, "ipv4"), (6, "ipv6")):
        block: Net = getattr(region.networks, name)
        if block.prefixlen > LONGEST_BLOCK[version]:
            yield _small(("networks", name), block, LONGEST_BLOCK[version])
        cut = 0
        for key, centre in region.centres.items():
            own: Net | None = getattr(centre, name)
            cut += own is None and centre.prefix_length is None
            if own is not None and own.prefixlen > LONGEST_CENTRE[version]:
                yield _small(("centres", key, name), own, LONGEST_CENTRE[version])
        if cut > CENTRES:
            yield Problem(
                ("networks", name),
                Text(
                    f"{block} 分给 {CENTRES} 个中心，现有 {cut} 个",
                    f"{block} is cut for {CENTRES} centres, and there are {cut}",
                ),
                Text(
                    f"给多出的中心写 prefix_length（小中心），或写 {name}",
                    f"give the others prefix_length where they are small, or {name} of their own",
                ),
            )


def small(region: Region) -> Iterator[Problem]:
    """Small centres that are none, or that have a prefix already."""
    sixteenth = region.networks.ipv4.prefixlen + CENTRE_BITS
    for key, centre in region.centres.items():
        loc = ("centres", key, "prefix_length")
        if centre.prefix_length is None:
            continue
        if centre.ipv4 is not None:
            yield Problem(
                loc,
                Text(f"中心 {key} 已写 ipv4", f"centre {key} has ipv4 already"),
                Text("删去 prefix_length", "remove prefix_length"),
            )
        elif centre.prefix_length < sixteenth <= LONGEST_CENTRE[4]:
            yield Problem(
                loc,
                Text(
                    f"/{centre.prefix_length} 超过 {region.networks.ipv4} 的十六分之一",
                    f"/{centre.prefix_length} is more than a sixteenth of {region.networks.ipv4}",
                ),
                Text(
                    f"写 {sixteenth} 至 {LONGEST_CENTRE[4]}，或直接写 ipv4",
                    f"write a number from {sixteenth} to {LONGEST_CENTRE[4]}, or ipv4 itself",
                ),
            )


@decides("6.1.3-d")
def vnis(region: Region) -> Iterator[Problem]:
    """A range that ends before it begins, or has too few numbers for the networks (6.1.3-d)."""
    first, last = region.networks.vni.first, region.networks.vni.last
    needed = len(_networks(region))
    if last < first:
        zh, en = (
            f"VNI 范围 {first} 至 {last} 首尾颠倒",
            f"the VNI range {first} to {last} ends before it begins",
        )
    elif last - first + 1 < needed:
        zh = f"{last - first + 1} 个 VNI 不够 {needed} 个网络"
        en = f"{last - first + 1} VNIs are too few for {needed} networks"
    else:
        return
    least = first + max(needed, 1) - 1
    yield Problem(
        ("networks", "vni", "last"),
        Text(zh, en),
        Text(f"写 {least} 或更大", f"write {least} or more"),
        "6.1.3-d",
    )


def _networks(region: Region) -> set[tuple[str, str, str]]:
    """Centre, tenant and domain of every workload that has them."""
    return {
        (centre, region.tenant_of(key), domain)
        for key, workload in region.workloads.items()
        if workload.pool in region.pools
        for centre in region.centres_of(key)
        for domain in region.domains_for(key)[:1]
    }


def _staff(region: Region) -> list[Claim]:
    """What is in use elsewhere; LANs may lie within it."""
    return [Claim(loc, prefix, ".".join(map(str, loc))) for loc, prefix in _elsewhere(region)]


def _lans(region: Region) -> list[Claim]:
    return [
        Claim(("tenants", key, "lan", "prefixes", index), prefix, f"lan of {key}")
        for key, tenant in region.tenants.items()
        for index, prefix in enumerate(tenant.lan.prefixes if tenant.lan else ())
    ]


def _owned(region: Region) -> list[Claim]:
    """Prefixes of partners, centres and networks that exist."""
    found = []
    for key, partner in region.partners.items():
        for index, prefix in enumerate(partner.prefixes):
            found.append(Claim(("partners", key, "prefixes", index), prefix, key))
    for key, centre in region.centres.items():
        named = [("ipv4", centre.ipv4), ("ipv6", centre.ipv6)]
        found += [Claim(("centres", key, name), prefix, key) for name, prefix in named if prefix is not None]
    return found + _existing(region)


def _elsewhere(region: Region) -> Iterator[tuple[Loc, Net]]:
    """What is in use elsewhere; of a reserved prefix and one of the intranet that meet, the larger."""
    reserved, intranet = region.networks.reserved, region.networks.intranet or ()
    for index, net in enumerate(reserved):
        if not any(overlap(net, other) and net.prefixlen > other.prefixlen for other in intranet):
            yield ("networks", "reserved", index), net
    for index, net in enumerate(intranet):
        if not any(overlap(net, other) and net.prefixlen >= other.prefixlen for other in reserved):
            yield ("networks", "intranet", index), net


def _existing(region: Region) -> list[Claim]:
    """Networks that exist; within their own centre's prefix they may be, and two keys may name one."""
    found = []
    for key, centre in region.centres.items():
        for network, entry in centre.networks.items():
            for name, prefix in (("ipv4", entry.ipv4), ("ipv6", entry.ipv6)):
                if prefix is not None:
                    found.append(Claim(("centres", key, "networks", network, name), prefix, key))
    return found


def _meeting(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims that overlap, a LAN second: it is the one that can be seen as another prefix."""
    for first, second in sorted(_pairs(claims)):
        one, other = claims[first], claims[second]
        yield (other, one) if "lan" in one.loc and "lan" not in other.loc else (one, other)


def _pairs(claims: list[Claim]) -> Iterator[tuple[int, int]]:
    """Indexes of claims of two owners that overlap; of prefixes one lies in the other, or they are apart."""
    order = sorted(range(len(claims)), key=lambda n: _position(claims[n].prefix))
    around: list[int] = []
    for index in order:
        while around and not overlap(claims[around[-1]].prefix, claims[index].prefix):
            around.pop()
        for other in around:
            if claims[other].owner != claims[index].owner:
                yield min(other, index), max(other, index)
                break
        around.append(index)


def _position(prefix: Net) -> tuple[int, int, int]:
    return prefix.version, int(prefix.network_address), prefix.prefixlen


def _small(loc: Loc, prefix: Net, longest: int) -> Problem:
    return Problem(
        loc,
        Text(f"{prefix} 太小", f"{prefix} is too small"),
        Text(f"写 /{longest} 或更大的网段", f"write a /{longest} or larger"),
    )
