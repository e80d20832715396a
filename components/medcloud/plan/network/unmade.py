"""What the flows need that medcloud does not make: routes of networks that exist, joints of two projects.

Said in the plan, so that nothing is missing in silence (docs/plan.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model import Region
from medcloud.plan.addressing import Ground
from medcloud.plan.compute.placement import Placement
from medcloud.plan.network import Flow, UnmadePlan
from medcloud.plan.network.ends import end_of, has_vpn
from medcloud.plan.network.outside import outside


def unmade(ground: Ground, flows: tuple[Flow, ...]) -> tuple[UnmadePlan, ...]:
    """Each crossing once, in the order of the flows."""
    vpns = frozenset(found.id for found in outside(ground.region) if found.by == "vpn")
    return tuple(dict.fromkeys(found for flow in flows for found in _of_flow(ground, flow, vpns)))


def _of_flow(ground: Ground, flow: Flow, vpns: frozenset[str]) -> Iterator[UnmadePlan]:
    region = ground.region
    sources, targets = (ground.placements_of.get(side, []) for side in (flow.source, flow.target))
    for there, inside in ((flow.source, targets), (flow.target, sources)):
        if ground.is_outside(there):
            for placement in inside:
                yield from _to_outside(region, placement, there, vpns)
    for source in sources:
        for target in targets:
            meant = flow.across or source.centre == target.centre
            if meant and source.network != target.network:
                yield from _crossing(region, source, target)


def _to_outside(
    region: Region, placement: Placement, there: str, vpns: frozenset[str]
) -> Iterator[UnmadePlan]:
    if adopted := _adopted(region, placement):
        yield UnmadePlan("adopted", placement.network, there, adopted, encrypted=there in vpns)
    elif region.centres[placement.centre].external is None:
        yield UnmadePlan("no-external", placement.network, there, None, encrypted=False)


def _crossing(region: Region, source: Placement, target: Placement) -> Iterator[UnmadePlan]:
    apart = source.centre != target.centre
    names = _adopted(region, source), _adopted(region, target)
    if names[0] == names[1] and names[0] and not apart:
        return  # two keys of one network
    for adopted, here, there in ((names[0], source, target), (names[1], target, source)):
        if adopted:
            yield UnmadePlan("adopted", here.network, there.network, adopted, encrypted=apart)
    unlinked = not apart and not any(names) and end_of(region, source) != end_of(region, target)
    if unlinked and not has_vpn(region, source.centre):
        yield UnmadePlan("no-vpn", source.network, target.network, None, encrypted=False)


def _adopted(region: Region, placement: Placement) -> str | None:
    """The name of its network where that exists."""
    found = region.centres[placement.centre].network(placement.tenant, placement.domain)
    return found.existing if found else None
