"""The servers of a region as rows of a hosts file."""

from __future__ import annotations

from medcloud.plan.compute import PlacementPlan, PoolPlan, WorkloadPlan
from medcloud.plan.hosts.slice import HostFlow, HostRow, HostSite
from medcloud.plan.network import RulePlan
from medcloud.plan.region import CentrePlan, RegionPlan

_NTP = 123


def host_rows(plan: RegionPlan) -> tuple[HostRow, ...]:
    """One row a server, in the order of workloads and centres; pure."""
    return tuple(
        _row(plan, plan.centre(placement.centre), workload, placement, index)
        for workload in plan.workloads
        for placement in workload.placements
        for index in range(len(placement.instances))
    )


def _row(
    plan: RegionPlan, centre: CentrePlan, workload: WorkloadPlan, placement: PlacementPlan, index: int
) -> HostRow:
    instance, pool = placement.instances[index], _pool(centre, placement.pool)
    return HostRow(
        name=instance.name,
        v4=instance.v4,
        v6=instance.v6,
        centre=centre.id,
        role=centre.role,
        workload=workload.id,
        workload_kind=workload.kind,
        level=workload.level,
        isa=pool.isa,
        system=pool.os,
        site=_site(placement),
        identity=plan.identity,
    )


def _site(placement: PlacementPlan) -> HostSite:
    """What the host's own firewall and clock are to keep to: the flows and time sources of the plan."""
    rules = placement.rules
    return HostSite(
        flows=tuple(
            HostFlow(r.direction, r.protocol, r.port_min, r.remote) for r in rules if r.port_min == r.port_max
        ),
        time_sources=tuple(sorted({r.remote.split("/")[0] for r in rules if _is_time(r)})),
    )


def _is_time(rule: RulePlan) -> bool:
    return (rule.direction, rule.protocol, rule.port_min) == ("egress", "udp", _NTP)


def _pool(centre: CentrePlan, pool_id: str) -> PoolPlan:
    return next(pool for pool in centre.pools if pool.id == pool_id)
