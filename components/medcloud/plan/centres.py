"""Centres: where each one is, and everything that is made once in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from medcloud.plan.addressing import Ground
from medcloud.plan.compute.placement import Placement
from medcloud.plan.compute.pools import pools
from medcloud.plan.names import centre_labels, described, name
from medcloud.plan.network import FirewallRule, Flow, LinkPlan
from medcloud.plan.network.domains import domains
from medcloud.plan.network.firewall import firewalls
from medcloud.plan.network.flows import Calls
from medcloud.plan.network.links import links
from medcloud.plan.region import CentrePlan, Location
from medcloud.plan.storage.capacities import capacities
from medcloud.plan.storage.tiers import tiers


def centres(ground: Ground, calls: Calls, flows: tuple[Flow, ...]) -> tuple[CentrePlan, ...]:
    """Every centre, in file order."""
    placed: dict[str, list[Placement]] = defaultdict(list)
    for placement in ground.placements:
        placed[placement.centre].append(placement)
    joined = links(ground, flows)
    walls = firewalls(ground, calls, flows)
    room = capacities(ground.region)
    return tuple(
        replace(_centre(ground, id_, tuple(placed[id_]), joined[id_], walls), capacities=room[id_])
        for id_ in ground.region.centres
    )


def _centre(
    ground: Ground,
    id_: str,
    placed: tuple[Placement, ...],
    joined: tuple[LinkPlan, ...],
    walls: Mapping[str, tuple[FirewallRule, ...]],
) -> CentrePlan:
    region, found = ground.region, ground.region.centres[id_]
    site = region.sites[found.site]
    networks = domains(ground, placed)
    return CentrePlan(
        id=id_,
        index=ground.number("centres", id_),
        role=found.role,
        name=name(region, id_),
        site=found.site,
        city=site.city,
        location=Location(found.cloud, found.region, found.zone, found.admin_cloud),
        external=found.external,
        v4=str(ground.prefixes[f"{id_}/4"]),
        v6=str(ground.prefixes[f"{id_}/6"]),
        domains=networks,
        pools=pools(region, id_, placed),
        tiers=tiers(region, id_, placed),
        firewall=MappingProxyType({network.key: walls[network.key] for network in networks}),
        links=joined,
        projects=MappingProxyType(
            {id_: t.project.existing for id_, t in region.tenants.items() if t.project is not None}
        ),
        labels=centre_labels(region, id_),
        site_name=site.name,
        described=described(region, sites=found.site, centres=id_),
    )
