"""What others need of a region that is up: addresses, endpoints, and the hosts of the inventory.

Addresses come from the plan, which fixed them; only a floating one is the cloud's to give.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pulumi

from medcloud.plan.compute import PlacementPlan
from medcloud.plan.hosts.rows import host_rows
from medcloud.plan.region import RegionPlan

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
    """One row a server, for the host inventory; what a row leaves empty is left out."""
    return [_plain(row) for row in host_rows(plan)]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(item) for name, item in named if item not in (None, "", ())}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


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
