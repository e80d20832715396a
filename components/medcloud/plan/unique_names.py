"""Names are made of identifiers that may hold hyphens themselves, so two can come out alike."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.plan.refused import PlanRefused
from medcloud.plan.region import RegionPlan
from medcloud.text import Text


def check_names(plan: RegionPlan) -> None:
    """PlanRefused when two things of one kind would have one name."""
    owners: dict[tuple[str, str], str] = {}
    for kind, name, owner in _names(plan):
        other = owners.setdefault((kind, name), owner)
        if other != owner:
            raise PlanRefused(
                owner,
                Text(f"名称 {name} 与 {other} 的相同", f"its name {name} is also that of {other}"),
                Text("改其中一个标识", "change one of the two identifiers"),
            )


def _names(plan: RegionPlan) -> Iterator[tuple[str, str, str]]:
    """Kind, name and the path of the owner in the region file."""
    for centre in plan.centres:
        for network in centre.domains:
            yield "network", network.name, f"tenants.{network.tenant} ({network.key})"
        for pool in centre.pools:
            yield "pool", pool.name, f"pools.{pool.id} ({centre.id})"
        for link in centre.links:
            yield "link", link.name, f"centres.{centre.id} ({' – '.join(link.ends)} v{link.version})"
    for workload in plan.workloads:
        for placement in workload.placements:
            owner = f"workloads.{workload.id} ({placement.centre})"
            yield "placement", placement.name, owner
            for instance in placement.instances:
                yield "placement", instance.name, owner
