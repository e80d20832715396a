"""Routers: each project in a centre has one of its own, and only encrypted links join two of them."""

from __future__ import annotations

from typing import NamedTuple

from medcloud.model import Region
from medcloud.plan.compute.placement import Placement


class End(NamedTuple):
    """A router of medcloud's."""

    centre: str
    project: str = ""
    """Entry of clouds.yaml of a tenant's own project; empty: the centre's own."""


def project_of(region: Region, centre: str, tenant: str) -> str:
    """The project in which a tenant's networks are; empty: the centre's own."""
    own = region.tenants[tenant].project
    return "" if own is None or own.existing == region.centres[centre].cloud else own.existing


def end_of(region: Region, placement: Placement) -> End | None:
    """The router of a workload's network in a centre; None where it exists, and its owner routes it."""
    if region.centres[placement.centre].network(placement.tenant, placement.domain):
        return None
    return End(placement.centre, project_of(region, placement.centre, placement.tenant))


def has_vpn(region: Region, centre: str) -> bool:
    """Whether routers in a centre can be linked."""
    return region.centres[centre].vpn and region.centres[centre].external is not None
