"""Address families: what a tenant's networks have, and by which its balancers are called (B.1-c)."""

from __future__ import annotations

from typing import Literal

from medcloud.model.region import Region

Version = Literal[4, 6]
_BOTH: tuple[Version, ...] = (4, 6)


def of_network(region: Region, centre: str, tenant: str, domain: str) -> tuple[Version, ...]:
    """Families of a tenant's network in a centre: of one that exists, those that it has."""
    if found := region.centres[centre].network(tenant, domain):
        return _BOTH if found.ipv6 else (4,)
    return (6,) if region.tenants[tenant].ip == "v6" else _BOTH


def of_balancer(region: Region, centre: str, workload: str) -> tuple[Version, ...]:
    """Families of a workload's balancer in a centre; one that faces the public has IPv4 alone.

    It is reached by a floating address, which is IPv4, and an inner IPv6 one would lead nobody there.
    """
    tenant = region.tenant_of(workload)
    wanted = region.tenants[tenant].ip
    own = of_network(region, centre, tenant, region.domain_of(workload))
    if own == (6,):
        return own
    public = region.workloads[workload].exposure == "public"
    return own if wanted == "both" and not public else (4,)
