"""Who may call whom, as the region file says it; everything else is dropped (7.2.2-c, A.1-c)."""

from __future__ import annotations

from collections import defaultdict

from medcloud.model import OUTSIDE, Region
from medcloud.plan.addressing import Ground
from medcloud.plan.network import Flow
from medcloud.standard.decides import decides

ANYWHERE = {4: "0.0.0.0/0", 6: "::/0"}
EXACT = 16
"""Up to so many addresses of a caller are named one by one; beyond that its subnets are."""


@decides("7.2.2-c", "A.1-c")
def flows(region: Region) -> tuple[Flow, ...]:
    """Every permitted conversation, in file order."""
    return tuple(
        Flow(source=caller, target=id_, protocol="tcp", port=workload.port)
        for id_, workload in region.workloads.items()
        for caller in workload.callers
    )


@decides("7.2.2-c", "A.1-c")
class Calls:
    """Flows looked up from both sides, and the addresses of callers."""

    def __init__(self, ground: Ground, every: tuple[Flow, ...]) -> None:
        self._ground = ground
        self.into: dict[str, list[Flow]] = defaultdict(list)
        self.out_of: dict[str, list[Flow]] = defaultdict(list)
        for flow in every:
            self.into[flow.target].append(flow)
            self.out_of[flow.source].append(flow)
        self._sources: dict[tuple[str, int], tuple[str, ...]] = {}

    def sources(self, caller: str, version: int) -> tuple[str, ...]:
        """CIDRs from which a caller calls: its instances in every centre, or its subnets if it has many."""
        if (caller, version) not in self._sources:
            found = self._outside(caller, version) if caller in OUTSIDE else self._inside(caller, version)
            self._sources[caller, version] = found
        return self._sources[caller, version]

    def _outside(self, caller: str, version: int) -> tuple[str, ...]:
        if caller == "internet":
            return (ANYWHERE[version],)
        staff = self._ground.region.networks.staff
        return tuple(str(prefix) for prefix in staff if prefix.version == version)

    def _inside(self, caller: str, version: int) -> tuple[str, ...]:
        ground, placed = self._ground, self._ground.placements_of[caller]
        pairs = [pair[version == 6] for placement in placed for pair in ground.addresses[placement]]
        addresses = [address for address in pairs if address]
        if len(addresses) <= EXACT:
            return tuple(f"{address}/{32 if version == 4 else 128}" for address in addresses)
        nets = {placement.network: ground.networks[placement.network] for placement in placed}
        return tuple(cidr for net in nets.values() for cidr in net.prefixes(version))
