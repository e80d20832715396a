"""From the region file to the plain facts that evidence must fit."""

from __future__ import annotations

from medcloud.evidence import Hosts, RegionFacts
from medcloud.model import Region


def facts_of(region: Region) -> RegionFacts:
    """Sites, and each pool's hosts in all of its centres together."""
    pools = {
        name: Hosts(pool.isa, pool.os, sum(map(pool.hosts_in, pool.centres)))
        for name, pool in region.pools.items()
    }
    systems = {region.system_of(workload) for workload in region.workloads}
    names = {f"site.{key}": site.name for key, site in region.sites.items()}
    names[f"region.{region.region.id}"] = region.region.name
    return RegionFacts(region.region.id, tuple(region.sites), pools, frozenset(systems), names)
