"""IPsec connections between centres; where one is needed there is never a plain line (7.2.1-b, A.1-c)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from medcloud.model import Region
from medcloud.plan.addressing import Ground
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import centre_labels
from medcloud.plan.network import VERSIONS, Encryption, Flow, Group, Integrity, LinkPlan, Version
from medcloud.plan.refused import PlanRefused
from medcloud.standard.decides import decides
from medcloud.text import Text

ENCRYPTION: Encryption = "aes-256"
INTEGRITY: Integrity = "sha256"
GROUP: Group = "group14"
LIFETIME_SECONDS = 3600
"""The strongest that every neutron VPN driver knows; it knows no SM4 (docs/plan.md)."""


@decides("7.2.1-b", "A.1-c")
def links(ground: Ground, flows: tuple[Flow, ...]) -> dict[str, tuple[LinkPlan, ...]]:
    """Connections by centre, one a peer and address family.

    PlanRefused where a centre that would need a VPN service has none, or no external network for it.
    """
    cidrs = _cidrs(ground)
    found: dict[str, list[LinkPlan]] = defaultdict(list)
    for one, other in pairs(ground.region, ground.placements, flows):
        for local, peer in ((one, other), (other, one)):
            _check_service(ground.region, local, peer)
            found[local].extend(
                _link(ground.region, cidrs, local, peer, version)
                for version in VERSIONS
                if cidrs[local, version] and cidrs[peer, version]
            )
    return {centre: tuple(found[centre]) for centre in ground.region.centres}


def pairs(region: Region, placed: tuple[Placement, ...], flows: tuple[Flow, ...]) -> list[tuple[str, str]]:
    """Every two private centres that hold networks, and any two that a flow joins; in file order."""
    roles = {id_: centre.role for id_, centre in region.centres.items()}
    private = [c for c in roles if roles[c] in {"active", "recovery"}]
    joined = {frozenset((a, b)) for a in private for b in private if a != b}
    joined |= {frozenset(pair) for pair in _joined(placed, flows)}
    peopled = {placement.centre for placement in placed}
    order = [c for c in roles if c in peopled]
    return [
        (a, b)
        for position, a in enumerate(order)
        for b in order[position + 1 :]
        if frozenset((a, b)) in joined
    ]


def _joined(placed: tuple[Placement, ...], flows: tuple[Flow, ...]) -> Iterator[tuple[str, str]]:
    centres: dict[str, list[str]] = defaultdict(list)
    for placement in placed:
        centres[placement.workload].append(placement.centre)
    for flow in flows:
        if not flow.across:
            continue
        for caller in centres[flow.source]:
            for target in centres[flow.target]:
                if caller != target:
                    yield caller, target


def _cidrs(ground: Ground) -> dict[tuple[str, int], tuple[str, ...]]:
    """The prefixes of each centre's networks, by address family."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key, net in ground.networks.items():
        centre = key.partition("/")[0]
        for version in VERSIONS:
            found[centre, version].extend(net.prefixes(version))
    return {place: tuple(cidrs) for place, cidrs in found.items()}


def _link(
    region: Region, cidrs: dict[tuple[str, int], tuple[str, ...]], local: str, peer: str, version: Version
) -> LinkPlan:
    return LinkPlan(
        key=f"{local}-{peer}" if version == 4 else f"{local}-{peer}-v6",
        local=local,
        peer=peer,
        version=version,
        local_cidrs=cidrs[local, version],
        peer_cidrs=cidrs[peer, version],
        ike_encryption=ENCRYPTION,
        ike_integrity=INTEGRITY,
        esp_encryption=ENCRYPTION,
        esp_integrity=INTEGRITY,
        group=GROUP,
        lifetime_seconds=LIFETIME_SECONDS,
        labels=centre_labels(region, local),
    )


@decides("7.2.1-b")
def lacking(region: Region, local: str, peer: str) -> tuple[str, Text, Text] | None:
    """The field of a centre that a link to a peer lacks, what is wrong and what to write; None when none."""
    centre = region.centres[local]
    if centre.vpn and centre.external:
        return None
    field, zh, en = ("external", "外部网络", "external network")
    if not centre.vpn:
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
