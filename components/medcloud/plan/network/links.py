"""IPsec connections of routers; where one is needed there is never a plain line (7.2.1-b, A.1-c)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from medcloud.model import Region
from medcloud.plan.addressing import Ground
from medcloud.plan.births import birth_of_side
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import centre_labels, name
from medcloud.plan.network import VERSIONS, Encryption, Flow, Group, Integrity, LinkPlan, OutsidePlan, Version
from medcloud.plan.network.ends import End, end_of, has_vpn
from medcloud.plan.network.outside import outside
from medcloud.plan.refused import PlanRefused
from medcloud.standard.decides import decides
from medcloud.text import Text

ENCRYPTION: Encryption = "aes-256"
INTEGRITY: Integrity = "sha256"
GROUP: Group = "group14"
LIFETIME_SECONDS = 3600
"""The strongest that every neutron VPN driver knows; it knows no SM4 (docs/plan.md)."""

Cidrs = Mapping[int, tuple[str, ...]]
"""Prefixes by address family."""


@decides("7.2.1-b", "A.1-c")
def links(ground: Ground, flows: tuple[Flow, ...]) -> dict[str, tuple[LinkPlan, ...]]:
    """Connections by centre: one a pair of routers and address family, then those to institutions outside.

    PlanRefused where a centre that would need a VPN service has none, or no external network for it.
    """
    region, placed = ground.region, ground.placements
    networks: dict[End, dict[str, None]] = defaultdict(dict)
    for placement in placed:
        if end := end_of(region, placement):
            networks[end][placement.network] = None
    cidrs = {end: _cidrs(ground, keys) for end, keys in networks.items()}
    found: dict[str, list[LinkPlan]] = defaultdict(list)
    for one, other in pairs(region, placed, flows):
        for local, peer in ((one, other), (other, one)):
            _check_service(region, local.centre, _said(peer))
            found[local.centre].extend(_between(region, local, peer, (cidrs[local], cidrs[peer])))
    for end, peer_outside, keys in to_outside(region, placed, flows):
        _check_service(region, end.centre, peer_outside.id)
        found[end.centre].extend(_to_gateway(region, end, peer_outside, _cidrs(ground, keys)))
    return {centre: tuple(found[centre]) for centre in region.centres}


def pairs(region: Region, placed: tuple[Placement, ...], flows: tuple[Flow, ...]) -> list[tuple[End, End]]:
    """Every two private centres' own routers with networks, and any two that a flow joins; in file order.

    Two projects of one centre without a VPN service stay apart: `unmade` says so.
    """
    present = dict.fromkeys(end for placement in placed if (end := end_of(region, placement)))
    private = [end for end in present if not end.project and _is_private(region, end)]
    joined = {frozenset(pair) for pair in combinations(private, 2)} | _joined(region, placed, flows)
    centres = list(region.centres)
    order = sorted(present, key=lambda end: (centres.index(end.centre), end.project != ""))
    return [
        (a, b)
        for a, b in combinations(order, 2)
        if frozenset((a, b)) in joined and (a.centre != b.centre or has_vpn(region, a.centre))
    ]


def _is_private(region: Region, end: End) -> bool:
    return region.centres[end.centre].role in {"active", "recovery"}


def _joined(region: Region, placed: tuple[Placement, ...], flows: tuple[Flow, ...]) -> set[frozenset[End]]:
    ends: dict[str, dict[End, None]] = defaultdict(dict)
    for placement in placed:
        if end := end_of(region, placement):
            ends[placement.workload][end] = None
    return {
        frozenset((caller, target))
        for flow in flows
        for caller in ends[flow.source]
        for target in ends[flow.target]
        if caller != target and (flow.across or caller.centre == target.centre)
    }


def to_outside(
    region: Region, placed: tuple[Placement, ...], flows: tuple[Flow, ...]
) -> Iterator[tuple[End, OutsidePlan, tuple[str, ...]]]:
    """Routers with a VPN to an institution outside, and the networks that it carries: those with a flow."""
    by_vpn = {found.id: found for found in outside(region) if found.by == "vpn"}
    used: dict[tuple[str, End], dict[str, None]] = defaultdict(dict)
    placements: dict[str, list[Placement]] = defaultdict(list)
    for placement in placed:
        placements[placement.workload].append(placement)
    for flow in flows:
        for there, workload in ((flow.source, flow.target), (flow.target, flow.source)):
            for placement in placements[workload] if there in by_vpn else ():
                if end := end_of(region, placement):
                    used[there, end][placement.network] = None
    for (id_, end), keys in used.items():
        yield end, by_vpn[id_], tuple(keys)


def _cidrs(ground: Ground, networks: Iterable[str]) -> Cidrs:
    """The prefixes of some networks, by address family."""
    nets = [ground.networks[key] for key in networks]
    return {version: tuple(cidr for net in nets for cidr in net.prefixes(version)) for version in VERSIONS}


def _between(region: Region, local: End, peer: End, cidrs: tuple[Cidrs, Cidrs]) -> Iterator[LinkPlan]:
    there = "-".join(filter(None, peer))
    for version in VERSIONS:
        sides = cidrs[0][version], cidrs[1][version]
        if all(sides):
            yield _link(region, local, there, version, sides, peer=peer.centre, peer_project=peer.project)


def _to_gateway(region: Region, local: End, peer: OutsidePlan, cidrs: Cidrs) -> Iterator[LinkPlan]:
    there = birth_of_side(region, peer.id).replace(":", "-")
    for version in VERSIONS:
        theirs = tuple(cidr for cidr in peer.prefixes if (":" in cidr) == (version == 6))
        if cidrs[version] and theirs:
            sides = cidrs[version], theirs
            yield _link(region, local, there, version, sides, peer=peer.id, gateway=peer.gateway)


def _link(
    region: Region,
    local: End,
    there: str,
    version: Version,
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    *,
    peer: str,
    peer_project: str = "",
    gateway: str | None = None,
) -> LinkPlan:
    here = "-".join(filter(None, local))
    return LinkPlan(
        key=f"{here}-{there}" if version == 4 else f"{here}-{there}-v6",
        name=name(region, here, "link", there, f"v{version}"),
        local=local.centre,
        peer=peer,
        version=version,
        local_cidrs=sides[0],
        peer_cidrs=sides[1],
        ike_encryption=ENCRYPTION,
        ike_integrity=INTEGRITY,
        esp_encryption=ENCRYPTION,
        esp_integrity=INTEGRITY,
        group=GROUP,
        lifetime_seconds=LIFETIME_SECONDS,
        labels=centre_labels(region, local.centre),
        local_project=local.project,
        peer_project=peer_project,
        gateway=gateway,
    )


def _said(end: End) -> str:
    return "/".join(filter(None, end))


def needing(
    region: Region, placed: tuple[Placement, ...], flows: tuple[Flow, ...]
) -> Iterator[tuple[str, str]]:
    """Centres that need a VPN service, each with what its routers are to be linked with."""
    for one, other in pairs(region, placed, flows):
        yield one.centre, _said(other)
        yield other.centre, _said(one)
    for end, peer, _ in to_outside(region, placed, flows):
        yield end.centre, peer.id


@decides("7.2.1-b")
def lacking(region: Region, local: str, peer: str) -> tuple[str, Text, Text] | None:
    """The field of a centre that a link to a peer lacks, what is wrong and what to write; None when none."""
    if has_vpn(region, local):
        return None
    field, zh, en = ("external", "外部网络", "external network")
    if not region.centres[local].vpn:
        field, zh, en = ("vpn", "VPN 服务", "VPN service")
    return (
        field,
        Text(
            f"中心 {local} 没有{zh}，与 {peer} 之间的数据不得明文传输",
            f"centre {local} has no {en}, and nothing may pass to {peer} in clear",
        ),
        Text(
            f"在 {local} 启用 VPN 服务（vpn: true）并写明 external，或把业务移出该中心",
            f"run a VPN service in {local} (vpn: true) and name its external network, or place nothing there",
        ),
    )


@decides("7.2.1-b")
def _check_service(region: Region, local: str, peer: str) -> None:
    if found := lacking(region, local, peer):
        field, message, remedy = found
        raise PlanRefused(f"centres.{local}.{field}", message, remedy, item="7.2.1-b")
