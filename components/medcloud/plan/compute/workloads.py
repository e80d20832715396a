"""Workloads with their placements and instances."""

from __future__ import annotations

from medcloud.model import Region
from medcloud.plan.addressing import Ground
from medcloud.plan.compute import InstancePlan, PlacementPlan, WorkloadPlan
from medcloud.plan.compute.placement import Seat
from medcloud.plan.compute.pools import PINNED_KINDS, flavor, image_name
from medcloud.plan.names import name
from medcloud.plan.network.balancers import balancer
from medcloud.plan.network.flows import Calls
from medcloud.plan.network.security import rules
from medcloud.plan.protection.levels import protection
from medcloud.plan.storage.containers import containers
from medcloud.plan.storage.tiers import volume
from medcloud.standard.decides import decides

_WITHIN_SECONDS = 60
"""An RPO below it leaves no time to start elsewhere: a host's loss must not reach both servers."""


def workloads(ground: Ground, calls: Calls) -> tuple[WorkloadPlan, ...]:
    """Every workload, in file order."""
    return tuple(_workload(ground, calls, id_) for id_ in ground.region.workloads)


def _workload(ground: Ground, calls: Calls, id_: str) -> WorkloadPlan:
    found = ground.region.workloads[id_]
    return WorkloadPlan(
        id=id_,
        kind=found.kind,
        tenant=ground.region.tenant_of(id_),
        level=found.level,
        exposure=found.exposure,
        protection=protection(ground.region, id_),
        placements=tuple(_placement(ground, calls, seat) for seat in ground.seats_of[id_]),
    )


def _placement(ground: Ground, calls: Calls, seat: Seat) -> PlacementPlan:
    region, found = ground.region, ground.region.workloads[seat.workload]
    return PlacementPlan(
        centre=seat.centre,
        domain=seat.network,
        name=name(region, seat.centre, seat.workload),
        pool=found.pool,
        instances=_instances(ground, seat),
        anti_affinity=_spread(region, seat),
        rules=rules(ground, calls, seat),
        balancer=balancer(ground, calls, seat),
        containers=containers(ground, seat),
        key_pair=found.key.existing if found.key else None,
        labels=ground.labels(seat),
        after=_after(ground, seat),
    )


@decides("6.3.2-c")
def _after(ground: Ground, seat: Seat) -> tuple[str, ...]:
    """What a workload depends on and is in the same centre: services come up in their order (6.3.2-c)."""
    region = ground.region
    return tuple(
        name(region, seat.centre, other)
        for other in region.workloads[seat.workload].depends_on
        if any(there.centre == seat.centre for there in ground.seats_of[other])
    )


@decides("7.3.2.3-a")
def _spread(region: Region, seat: Seat) -> bool:
    """Core systems are in a group from the first server on: a second can only come beside it (7.3.2.3-a)."""
    rpo = protection(region, seat.workload).rpo_seconds
    core = region.workloads[seat.workload].kind in PINNED_KINDS
    return seat.instances > 1 or core or (rpo is not None and rpo < _WITHIN_SECONDS)


def _instances(ground: Ground, seat: Seat) -> tuple[InstancePlan, ...]:
    region = ground.region
    size = flavor(region, seat).name
    image = image_name(region, seat.centre, region.workloads[seat.workload].pool)
    labels = ground.labels(seat)
    return tuple(
        InstancePlan(
            name=name(region, seat.centre, seat.workload, index),
            index=index,
            v4=v4,
            v6=v6,
            flavor=size,
            image=image,
            volumes=(volume(ground, seat, index),),
            labels=labels,
        )
        for index, (v4, v6) in enumerate(ground.addresses[seat])
    )
