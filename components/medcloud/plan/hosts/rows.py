"""The servers of a region as rows of a hosts file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from medcloud.model.manage import SSH
from medcloud.plan.compute import PlacementPlan, PoolPlan, WorkloadPlan
from medcloud.plan.hosts.slice import HostFlow, HostRow, HostSite
from medcloud.plan.network import RulePlan
from medcloud.plan.region import CentrePlan, RegionPlan

_NTP = 123


Receivers = Mapping[str, tuple[WorkloadPlan, int]]
"""Log audit and port by the workload that may send to it."""


def host_rows(plan: RegionPlan) -> tuple[HostRow, ...]:
    """One row a server, in the order of workloads and centres; pure."""
    receivers = _receivers(plan)
    return tuple(
        row
        for workload in plan.workloads
        for placement in workload.placements
        for row in _rows(plan, workload, placement, _address(receivers.get(workload.id), placement))
    )


def _rows(
    plan: RegionPlan, workload: WorkloadPlan, placement: PlacementPlan, log_receiver: str
) -> Iterator[HostRow]:
    """The servers of a workload in one centre, which keep to the same."""
    centre = plan.centre(placement.centre)
    pool, site = _pool(centre, placement.pool), _site(placement, log_receiver)
    for instance in placement.instances:
        yield HostRow(
            name=instance.name,
            v4=instance.v4,
            v6=instance.v6,
            centre=centre.id,
            role=centre.role,
            workload=workload.id,
            workload_kind=workload.kind,
            level=workload.level,
            isa=pool.isa,
            system=_system(pool, instance.image),
            site=site,
            identity=plan.identity,
        )


def _site(placement: PlacementPlan, log_receiver: str) -> HostSite:
    """What the host is to keep to: the flows, time sources, log receiver and jump hosts of the plan."""
    rules = placement.rules
    return HostSite(
        flows=tuple(
            HostFlow(r.direction, r.protocol, r.port_min, r.remote) for r in rules if r.port_min == r.port_max
        ),
        time_sources=tuple(sorted({r.remote.split("/")[0] for r in rules if _is_time(r)})),
        log_receiver=log_receiver,
        admin_sources=tuple(sorted({r.remote for r in rules if _is_login(r)})),
    )


def _receivers(plan: RegionPlan) -> Receivers:
    """The first log audit, in the order of workloads, to which each workload may send, and its first port."""
    found: dict[str, tuple[WorkloadPlan, int]] = {}
    for audit in plan.workloads:
        for flow in plan.flows if audit.kind == "logs" else ():
            if flow.target == audit.id:
                found.setdefault(flow.source, (audit, flow.port))
    return found


def _address(receiver: tuple[WorkloadPlan, int] | None, sender: PlacementPlan) -> str:
    """host:port of a log audit, in the sender's centre if it is there; empty where there is none."""
    if receiver is None:
        return ""
    audit, port = receiver
    near = sorted(audit.placements, key=lambda placed: placed.centre != sender.centre)[0]
    there = near.balancer or near.instances[0]
    if there.v4 and all(instance.v4 for instance in sender.instances):
        return f"{there.v4}:{port}"
    return f"[{there.v6}]:{port}"


def _is_login(rule: RulePlan) -> bool:
    return (rule.direction, rule.protocol, rule.port_min) == ("ingress", "tcp", SSH)


def _is_time(rule: RulePlan) -> bool:
    return (rule.direction, rule.protocol, rule.port_min) == ("egress", "udp", _NTP)


def _system(pool: PoolPlan, image: str) -> str:
    """The operating system of an instance, by what it boots."""
    return next((each.os for each in pool.more_images if each.name == image), pool.os)


def _pool(centre: CentrePlan, pool_id: str) -> PoolPlan:
    return next(pool for pool in centre.pools if pool.id == pool_id)
