"""Which centres a workload runs in, with how many instances (A.1-b, A.5-b, 7.3.2.4-a, table C.1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from medcloud.model import Region
from medcloud.model.seats import seated, standbys
from medcloud.standard.decides import decides


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


def _of_workload(region: Region, workload: str) -> list[Placement]:
    found = region.workloads[workload]
    tenant, domain = region.tenant_of(workload), region.domain_of(workload)
    waiting = standbys(region, workload)
    taken = any(port.front != "none" for port in found.served)
    result = []
    for centre, count in seated(region, workload).items():
        balanced = taken and (count > 1 or found.exposure == "public")
        standby = centre in waiting
        result.append(Placement(workload, centre, tenant, domain, count, standby, balanced))
    return result
