"""Workloads with their placements and instances."""

from __future__ import annotations

from dataclasses import replace

from medcloud.model import Region, Workload
from medcloud.plan.addressing import Ground
from medcloud.plan.compute import InstancePlan, PlacementPlan, WorkloadPlan
from medcloud.plan.compute.placement import Placement
from medcloud.plan.compute.pools import flavor, image_name
from medcloud.plan.names import described, rule_labels, workload_name
from medcloud.plan.network.balancers import balancer
from medcloud.plan.network.flows import Calls
from medcloud.plan.network.security import rules
from medcloud.plan.protection.levels import protection
from medcloud.plan.storage.containers import containers
from medcloud.plan.storage.tiers import boot_volume, volumes
from medcloud.standard.decides import decides
from medcloud.standard.words import PINNED_KINDS

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
        placements=tuple(_placement(ground, calls, placement) for placement in ground.placements_of[id_]),
        local=found.local,
    )


def _placement(ground: Ground, calls: Calls, placement: Placement) -> PlacementPlan:
    region, found = ground.region, ground.region.workloads[placement.workload]
    whole = PlacementPlan(
        centre=placement.centre,
        domain=placement.network,
        name=workload_name(region, placement.centre, placement.workload),
        pool=found.pool,
        instances=_instances(ground, placement),
        anti_affinity=_spread(region, placement),
        rules=rules(ground, calls, placement),
        balancer=balancer(ground, calls, placement),
        containers=containers(ground, placement),
        key_pair=found.key.existing if found.key else None,
        labels=ground.labels(placement),
        after=_after(ground, placement),
        rule_labels=rule_labels(region, placement.workload),
        described=described(region, tenants=placement.tenant, workloads=placement.workload),
    )
    return _as_retired(found, whole)


@decides("7.3.2.4-c")
def _as_retired(workload: Workload, placed: PlacementPlan) -> PlacementPlan:
    """What is left of a retired workload: its data, as long as they are to be kept (7.3.2.4-c)."""
    if not workload.retire:
        return placed
    return replace(placed, instances=(), kept=placed.volumes, rules=(), balancer=None, after=())


@decides("6.3.2-c")
def _after(ground: Ground, placement: Placement) -> tuple[str, ...]:
    """What a workload depends on and is in the same centre: services come up in their order (6.3.2-c)."""
    region = ground.region
    return tuple(
        workload_name(region, placement.centre, other)
        for other in region.workloads[placement.workload].depends_on
        if any(there.centre == placement.centre for there in ground.placements_of[other])
    )


@decides("7.3.2.3-a")
def _spread(region: Region, placement: Placement) -> bool:
    """Core systems are in a group from the first server on: a second can only come beside it (7.3.2.3-a)."""
    rpo = protection(region, placement.workload).rpo_seconds
    core = region.workloads[placement.workload].kind in PINNED_KINDS
    return placement.instances > 1 or core or (rpo is not None and rpo < _WITHIN_SECONDS)


def _instances(ground: Ground, placement: Placement) -> tuple[InstancePlan, ...]:
    region = ground.region
    size = flavor(region, placement).name
    pool, system = region.workloads[placement.workload].pool, region.system_of(placement.workload)
    image = image_name(region, placement.centre, pool, system)
    labels = ground.labels(placement)
    return tuple(
        InstancePlan(
            name=workload_name(region, placement.centre, placement.workload, index),
            index=index,
            v4=v4,
            v6=v6,
            flavor=size,
            image=image,
            volumes=volumes(ground, placement, index),
            boot=boot_volume(ground, placement, index),
            labels=labels,
        )
        for index, (v4, v6) in enumerate(ground.addresses[placement])
    )
