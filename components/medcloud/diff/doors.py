"""Who can reach what by the rules themselves: a caller's way out and the other side's way in, both open.

Names of the region file do not decide here: a prefix that the intranet gains, or a rule that some component
of the plan adds, is seen as what it lets through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from ipaddress import ip_address, ip_network

from medcloud.diff.ranges import Network, inside
from medcloud.plan.compute import PlacementPlan, WorkloadPlan
from medcloud.plan.network import RulePlan
from medcloud.plan.region import RegionPlan


@dataclass(frozen=True, order=True)
class Service:
    """A port of a workload."""

    workload: str
    protocol: str
    first: int
    last: int

    @property
    def port(self) -> str:
        """``8443``, or ``8000-8100``."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Door:
    """A service at one address, and who may come in."""

    service: Service
    allowed: frozenset[str]
    """CIDRs."""

    @cached_property
    def ranges(self) -> tuple[Network, ...]:
        """The same, to be asked what lies within them."""
        return tuple(map(ip_network, self.allowed))

    def admits(self, address: str) -> bool:
        """Whether a caller with that address may come in."""
        here = ip_address(address)
        if f"{address}/{here.max_prefixlen}" in self.allowed:
            return True
        return any(here in found for found in self.ranges if found.version == here.version)


@dataclass
class Reach:
    """What a plan lets through."""

    inside: set[tuple[str, Service]] = field(default_factory=set)
    """Caller and service, both of the region."""
    outside: dict[Service, set[Network]] = field(default_factory=lambda: defaultdict(set))
    """Ranges of callers that are not the region's own."""
    leaving: dict[Service, set[Network]] = field(default_factory=lambda: defaultdict(set))
    """Ranges outside the region that a workload, which the service names, may call at that port."""


def reach(plan: RegionPlan) -> Reach:
    """Everything that may pass from one workload to another, and from outside the region."""
    doors = _doors(plan)
    found = Reach()
    for workload in plan.workloads:
        for placed in workload.placements:
            own = [a for i in placed.instances for a in (i.v4, i.v6) if a]
            for rule in placed.rules:
                if rule.direction == "egress":
                    found.inside.update((workload.id, service) for service in _opened(rule, own, doors))
    ours = tuple(ip_network(s.cidr) for c in plan.centres for d in c.domains for s in d.subnets)
    for workload in plan.workloads:
        for service, cidr in _ways_out(workload):
            if (network := _foreign(cidr, ours)) is not None:
                found.leaving[service].add(network)
    known: dict[str, Network | None] = {}
    for door in (door for at in doors.values() for door in at):
        for cidr in door.allowed:
            if cidr not in known:
                known[cidr] = _foreign(cidr, ours)
            if (network := known[cidr]) is not None:
                found.outside[door.service].add(network)
    return found


def _ways_out(workload: WorkloadPlan) -> Iterator[tuple[Service, str]]:
    for placed in workload.placements:
        for rule in placed.rules:
            if rule.direction == "egress":
                yield Service(workload.id, rule.protocol, rule.port_min, rule.port_max), rule.remote


def _opened(rule: RulePlan, own: list[str], doors: Mapping[str, list[Door]]) -> Iterator[Service]:
    """The services that a rule leads to, of those that let the caller in."""
    for address in _within(rule.remote, doors):
        for door in doors.get(address, ()):
            service = door.service
            first, last = max(rule.port_min, service.first), min(rule.port_max, service.last)
            if service.protocol == rule.protocol and first <= last and any(map(door.admits, own)):
                yield Service(service.workload, service.protocol, first, last)


def _within(remote: str, doors: Mapping[str, list[Door]]) -> Iterator[str]:
    address, _, length = remote.partition("/")
    if length in ("32", "128"):
        yield address
        return
    network = ip_network(remote)
    yield from (at for at in doors if ip_address(at) in network)


def _doors(plan: RegionPlan) -> Mapping[str, list[Door]]:
    """Doors by address."""
    found: dict[str, list[Door]] = defaultdict(list)
    for workload in plan.workloads:
        for placed in workload.placements:
            for address, door in _of(workload.id, placed):
                found[address].append(door)
    return found


def _of(workload: str, placed: PlacementPlan) -> Iterator[tuple[str, Door]]:
    if balancer := placed.balancer:
        for each in balancer.listeners:
            service = Service(workload, "tcp", each.port, each.port)
            yield from ((vip, Door(service, frozenset(each.allowed_cidrs))) for vip in balancer.vips)
    allowed: dict[tuple[Service, int], set[str]] = defaultdict(set)
    for rule in placed.rules:
        if rule.direction == "ingress":
            service = Service(workload, rule.protocol, rule.port_min, rule.port_max)
            allowed[service, rule.version].add(rule.remote)
    for (service, version), cidrs in allowed.items():
        door = Door(service, frozenset(cidrs))
        for instance in placed.instances:
            if address := instance.v4 if version == 4 else instance.v6:
                yield address, door


def _foreign(cidr: str, ours: tuple[Network, ...]) -> Network | None:
    """The range, unless it lies in a network of the region."""
    network = ip_network(cidr)
    return None if any(inside(network, own) for own in ours) else network
