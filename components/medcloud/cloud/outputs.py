"""What others need of a region that is up: addresses, endpoints, and the hosts of the inventory.

Addresses come from the plan, which fixed them; only a floating one is the cloud's to give.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pulumi

from medcloud.plan.compute import PlacementPlan, PoolPlan, WorkloadPlan
from medcloud.plan.network import RulePlan
from medcloud.plan.region import CentrePlan, RegionPlan

_NTP = 123
Floating = Mapping[str, pulumi.Output[str] | None]
"""Floating addresses by some name; None where there is none."""


def addresses(plan: RegionPlan) -> dict[str, Any]:
    """v4 and v6 addresses of servers, by workload and centre."""
    return {
        workload.id: {
            placement.centre: [a for i in placement.instances for a in (i.v4, i.v6)]
            for placement in workload.placements
        }
        for workload in plan.workloads
    }


def endpoints(plan: RegionPlan, floating: Floating) -> dict[str, Any]:
    """Where each workload is reached, by workload and centre: URL, virtual and floating address."""
    found: dict[str, dict[str, Any]] = {}
    for workload in plan.workloads:
        for placement in workload.placements:
            if balancer := placement.balancer:
                endpoint = {
                    "url": f"https://{balancer.v4}:{balancer.port}",
                    "address": balancer.v4,
                    "floating": floating.get(placement.name),
                    "tls": list(balancer.tls_versions),
                }
                found.setdefault(workload.id, {})[placement.centre] = {
                    key: value for key, value in endpoint.items() if value is not None
                }
    return found


def hosts(plan: RegionPlan) -> list[Any]:
    """One entry a server, for the host inventory."""
    return [
        _host(plan.centre(placement.centre), workload, placement, index)
        for workload in plan.workloads
        for placement in workload.placements
        for index in range(len(placement.instances))
    ]


def _host(centre: CentrePlan, workload: WorkloadPlan, placement: PlacementPlan, index: int) -> dict[str, Any]:
    instance = placement.instances[index]
    pool = _pool(centre, placement.pool)
    return {
        "name": instance.name,
        "v4": instance.v4,
        "v6": instance.v6,
        "centre": centre.id,
        "role": centre.role,
        "workload": workload.id,
        "kind": workload.kind,
        "level": workload.level,
        "isa": pool.isa,
        "os": pool.os,
        "site": _site(placement),
    }


def _site(placement: PlacementPlan) -> dict[str, Any]:
    """What the host's own firewall and clock are to keep to: the flows and time sources of the plan."""
    rules = placement.rules
    return {
        "flows": [
            {"direction": r.direction, "protocol": r.protocol, "port": r.port_min, "remote": r.remote}
            for r in rules
            if r.port_min == r.port_max
        ],
        "time_sources": sorted({r.remote.split("/")[0] for r in rules if _is_time(r)}),
    }


def _is_time(rule: RulePlan) -> bool:
    return (rule.direction, rule.protocol, rule.port_min) == ("egress", "udp", _NTP)


def _pool(centre: CentrePlan, pool_id: str) -> PoolPlan:
    return next(pool for pool in centre.pools if pool.id == pool_id)


def outside(plan: RegionPlan, floating: Floating) -> Floating:
    """Floating addresses by the virtual address that they lead to."""
    return {
        placement.balancer.v4: floating.get(placement.name)
        for workload in plan.workloads
        for placement in workload.placements
        if placement.balancer
    }


def placements(plan: RegionPlan, centre: str) -> Iterator[PlacementPlan]:
    """The workloads' parts in one centre."""
    for workload in plan.workloads:
        yield from (placement for placement in workload.placements if placement.centre == centre)
