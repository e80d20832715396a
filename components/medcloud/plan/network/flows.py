"""Who may call whom, as the region file says it; everything else is dropped (7.2.2-c, A.1-c)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from medcloud.model import Region
from medcloud.model.callers import callers, expand
from medcloud.model.lan import INTRANET, lan_id, lan_of, lans
from medcloud.model.masking import treatments
from medcloud.model.port import Served
from medcloud.plan.addressing import Ground
from medcloud.plan.network import Flow
from medcloud.standard.decides import decides

ANYWHERE = {4: "0.0.0.0/0", 6: "::/0"}
EXACT = 16
"""Up to so many addresses of a caller are named one by one; beyond that its subnets are."""


@decides("7.2.2-c", "A.1-c", "C.3-c")
def flows(region: Region) -> tuple[Flow, ...]:
    """Every permitted conversation, in file order."""
    inward = (
        flow
        for id_, workload in region.running.items()
        for port in workload.served
        for flow in _of_port(region, id_, port)
    )
    return (
        *inward,
        *(flow for id_ in region.running for flow in _to_partners(region, id_)),
        *(flow for id_ in region.running for flow in _managing(region, id_)),
    )


@decides("7.2.2-a")
def _managing(region: Region, workload: str) -> Iterator[Flow]:
    """From the management plane to servers themselves, past any balancer; nobody else gets there."""
    if manages := region.workloads[workload].manages:
        for target in expand(region, workload, manages.servers):
            for port in manages.ports:
                yield Flow(workload, target, "tcp", port, "none")


def _to_partners(region: Region, workload: str) -> Iterator[Flow]:
    """The only way out of the region: to services of partners, by name."""
    for callee in region.workloads[workload].calls:
        partner, _, wanted = callee.partition("/")
        if partner in region.partners:
            for name, port in region.partners[partner].ports.items():
                if wanted in ("", name):
                    yield Flow(workload, partner, "tcp", port, "none")


def _of_port(region: Region, workload: str, port: Served) -> Iterator[Flow]:
    data = treatments(region, workload)
    for caller in callers(region, workload, port):
        source = _source(region, workload, caller)
        across = caller not in region.workloads or not region.workloads[workload].local
        treated = data.get(caller)
        yield Flow(source, workload, port.transport, port.port, port.front, across, data=treated)
    if port.members != "none":
        yield Flow(workload, workload, port.transport, port.port, "none", across=port.members == "region")


@decides("6.1.3-b")
def _source(region: Region, workload: str, caller: str) -> str:
    """Who calls: staff of a tenant with a LAN of its own call from there and from nowhere else."""
    own = caller == INTRANET and lan_of(region, workload)
    return lan_id(region.tenant_of(workload)) if own else caller


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
        region = ground.region
        self._known = {
            INTRANET: region.networks.staff,
            **{id_: partner.prefixes for id_, partner in region.partners.items()},
            **{id_: lan.prefixes for id_, lan in lans(region).items()},
        }
        """Prefixes of who is outside, the Internet apart."""

    def callers(self, flow: Flow, centre: str, version: int) -> tuple[str, ...]:
        """CIDRs from which a flow may come into a centre: all of the caller's, or those in that centre."""
        if flow.across:
            return self.sources(flow.source, version)
        here = (p for p in self._ground.placements_of[flow.source] if p.centre == centre)
        fronts = [self._ground.instances_of(placement) for placement in here]
        return tuple(
            f"{address}/{32 if version == 4 else 128}"
            for front in fronts
            for address in (front.v4 if version == 4 else front.v6)
        )

    def sources(self, caller: str, version: int) -> tuple[str, ...]:
        """CIDRs of one side of a call: its instances in every centre, or its subnets if it has many."""
        if (caller, version) not in self._sources:
            outside = self._ground.is_outside(caller)
            found = self._outside(caller, version) if outside else self._inside(caller, version)
            self._sources[caller, version] = found
        return self._sources[caller, version]

    def _outside(self, caller: str, version: int) -> tuple[str, ...]:
        if caller == "internet":
            return (ANYWHERE[version],)
        return tuple(str(prefix) for prefix in self._known[caller] if prefix.version == version)

    def _inside(self, caller: str, version: int) -> tuple[str, ...]:
        ground, placed = self._ground, self._ground.placements_of[caller]
        pairs = [pair[version == 6] for placement in placed for pair in ground.addresses[placement]]
        addresses = [address for address in pairs if address]
        if len(addresses) <= EXACT:
            return tuple(f"{address}/{32 if version == 4 else 128}" for address in addresses)
        nets = {placement.network: ground.networks[placement.network] for placement in placed}
        return tuple(cidr for net in nets.values() for cidr in net.prefixes(version))
