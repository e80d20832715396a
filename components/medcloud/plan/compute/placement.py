"""Which centres a workload runs in, with how many instances (A.1-b, A.5-b, 7.3.2.4-a, table C.1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from medcloud.model import Region
from medcloud.model.seats import homes, standbys
from medcloud.standard.decides import decides

_FULL_STANDBY_SECONDS = 300
_SMALL_STANDBY_SECONDS = 900


@dataclass(frozen=True, eq=False)
class Placement:
    """A workload in one centre."""

    workload: str
    centre: str
    tenant: str
    domain: str
    instances: int
    standby: bool
    """Whether it waits for the loss of the active centres."""
    balanced: bool
    """Whether a load balancer stands before it."""

    @cached_property
    def network(self) -> str:
        """Key of its network, ``centre/tenant/domain``."""
        return f"{self.centre}/{self.tenant}/{self.domain}"

    @cached_property
    def key(self) -> str:
        """Key of its balancer's number in the lock; with ``/n`` that of an instance."""
        return f"{self.network}/{self.workload}"


@decides("A.1-b", "A.5-b", "7.3.2.4-a")
def placements(region: Region) -> tuple[Placement, ...]:
    """Every workload in each of its centres, in file order.

    A workload is at home and on standby where it says; else by the roles of its pool's centres, and one whose
    pool is in recovery centres alone is at home there.
    """
    return tuple(placement for workload in region.workloads for placement in _of_workload(region, workload))


@lru_cache(maxsize=64)
@decides("A.1-b", "A.5-b", "7.3.2.4-a")
def standby_instances(seconds: int | None, instances: int) -> int:
    """Instances on standby, by RTO.

    All of them when the service must be back within five minutes (levels 4 and 5), one to grow from
    within fifteen (level 3), none when there is time to build it anew.
    """
    if seconds is None or seconds > _SMALL_STANDBY_SECONDS:
        return 0
    return instances if seconds <= _FULL_STANDBY_SECONDS else 1


def _of_workload(region: Region, workload: str) -> list[Placement]:
    found = region.workloads[workload]
    tenant, domain = region.tenant_of(workload), region.domain_of(workload)
    waiting = standbys(region, workload)
    offered = region.pools[found.pool].centres
    result = []
    for centre in (c for c in offered if c in {*homes(region, workload), *waiting}):
        standby = centre in waiting
        wanted = found.size.instances
        count = standby_instances(found.rto_seconds, wanted) if standby else wanted
        taken = any(port.front != "none" for port in found.served)
        balanced = taken and (count > 1 or found.exposure == "public")
        if count:
            result.append(Placement(workload, centre, tenant, domain, count, standby, balanced))
    return result
