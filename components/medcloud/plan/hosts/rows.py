"""The servers of a region as rows of a hosts file."""

from __future__ import annotations

from medcloud.model.manage import SSH
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
        site=_site(plan, workload, placement),
        identity=plan.identity,
    )


def _site(plan: RegionPlan, workload: WorkloadPlan, placement: PlacementPlan) -> HostSite:
    """What the host is to keep to: the flows, time sources, log receiver and jump hosts of the plan."""
    rules = placement.rules
    return HostSite(
        flows=tuple(
            HostFlow(r.direction, r.protocol, r.port_min, r.remote) for r in rules if r.port_min == r.port_max
        ),
        time_sources=tuple(sorted({r.remote.split("/")[0] for r in rules if _is_time(r)})),
        log_receiver=_log_receiver(plan, workload, placement.centre),
        admin_sources=tuple(sorted({r.remote for r in rules if _is_login(r)})),
    )


def _log_receiver(plan: RegionPlan, workload: WorkloadPlan, centre: str) -> str:
    """host:port of the log audit that the workload may send to, in its own centre if there is one."""
    for other in plan.workloads:
        ports = [f.port for f in plan.flows if (f.source, f.target) == (workload.id, other.id)]
        if other.kind != "logs" or not ports:
            continue
        near = sorted(other.placements, key=lambda placed: placed.centre != centre)[0]
        address = near.balancer.v4 if near.balancer else near.instances[0].v4
        return f"{address}:{ports[0]}"
    return ""


def _is_login(rule: RulePlan) -> bool:
    return (rule.direction, rule.protocol, rule.port_min) == ("ingress", "tcp", SSH)


def _is_time(rule: RulePlan) -> bool:
    return (rule.direction, rule.protocol, rule.port_min) == ("egress", "udp", _NTP)


def _pool(centre: CentrePlan, pool_id: str) -> PoolPlan:
    return next(pool for pool in centre.pools if pool.id == pool_id)
