"""Two plans side by side: what stands in both, by what it is called in the region file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_network
from typing import TypeVar

from medcloud.diff.change import About
from medcloud.diff.ranges import Network
from medcloud.diff.renames import in_new_words, renames
from medcloud.plan.compute import PlacementPlan, WorkloadPlan
from medcloud.plan.network import DomainPlan, OutsidePlan
from medcloud.plan.region import CentrePlan, RegionPlan
from medcloud.plan.titles import Titles, called, side
from medcloud.text import Text

T = TypeVar("T")


def match(
    old: Iterable[T], new: Iterable[T], key: Callable[[T], object]
) -> Iterator[tuple[T | None, T | None]]:
    """Those of both by key: the old ones in their order, then those that are new."""
    before, after = {key(each): each for each in old}, {key(each): each for each in new}
    for name in dict.fromkeys((*before, *after)):
        yield before.get(name), after.get(name)


@dataclass(frozen=True)
class Seat:
    """A workload in a centre in which it was and is."""

    about: About
    old: PlacementPlan
    new: PlacementPlan
    where: str
    """What people call the centre, and its id."""

    @property
    def workload(self) -> str:
        """Its id."""
        return self.about.workload

    @property
    def centre(self) -> str:
        """Id of the centre."""
        return self.about.centre

    @property
    def key(self) -> str:
        """``workload@centre``."""
        return f"{self.workload}@{self.centre}"


class Pair:
    """A region before and after."""

    def __init__(self, old: RegionPlan, new: RegionPlan) -> None:
        self.renames = renames(old, new)
        """What the region file calls otherwise; `old` is told in the words of `new`."""
        old = in_new_words(old, self.renames)
        self.old, self.new = old, new
        workloads = match(old.workloads, new.workloads, lambda w: w.id)
        centres = match(old.centres, new.centres, lambda c: c.id)
        networks = match(domains(old), domains(new), lambda d: d.key)
        self.workloads = tuple(workloads)
        self._domains = tuple(networks)
        self._centres = {c.id: (c, d) for c, d in centres if c and d}
        self._tenants = {w.id: w.tenant for plan in (old, new) for w in plan.workloads}
        self._levels = {
            one.id: max(w.level for w in (before, after) if w)
            for before, after in self.workloads
            if (one := after or before)
        }

    @cached_property
    def titles(self) -> Titles:
        """What people call things, now rather than before."""
        return {**self.old.titles, **self.new.titles}

    @cached_property
    def outside(self) -> tuple[tuple[Network, OutsidePlan], ...]:
        """Prefixes outside with whose they are now, then with whose they were."""
        return tuple(
            (ip_network(prefix), each)
            for plan in (self.new, self.old)
            for each in plan.outside
            for prefix in each.prefixes
        )

    @cached_property
    def new_tenants(self) -> set[str]:
        """Tenants that had no workload before."""
        return {w.tenant for w in self.new.workloads} - {w.tenant for w in self.old.workloads}

    @cached_property
    def new_workloads(self) -> set[str]:
        """Workloads that were not there before."""
        return {w.id for w in self.new.workloads} - {w.id for w in self.old.workloads}

    def kept_workloads(self) -> Iterator[tuple[WorkloadPlan, WorkloadPlan]]:
        """Workloads that were and are."""
        for old, new in self.workloads:
            if old and new:
                yield old, new

    def kept_centres(self) -> Iterator[tuple[CentrePlan, CentrePlan]]:
        """Centres that were and are."""
        yield from self._centres.values()

    def kept_domains(self) -> Iterator[tuple[DomainPlan, DomainPlan]]:
        """Networks that were and are."""
        for old, new in self._domains:
            if old and new:
                yield old, new

    def seats(self) -> Iterator[Seat]:
        """Workloads in the centres in which they were and are."""
        for before, after in self.kept_workloads():
            for old, new in match(before.placements, after.placements, lambda p: p.centre):
                if old and new:
                    yield self.seat(after.id, old, new)

    def seat(self, workload: str, old: PlacementPlan, new: PlacementPlan) -> Seat:
        """A workload in a centre."""
        return Seat(self.about(workload, new.centre), old, new, self.place(new.centre))

    def centre(self, id_: str) -> tuple[CentrePlan, CentrePlan]:
        """A centre before and after; KeyError when it is not in both."""
        return self._centres[id_]

    def about(self, workload: str, centre: str = "") -> About:
        """A workload, in a centre where one is named."""
        return About(workload, self.tenant(workload), centre, self.level(workload))

    def level(self, workload: str) -> int:
        """Data level of a workload: the higher of before and after."""
        return self._levels.get(workload, 0)

    def tenant(self, workload: str) -> str:
        """Its tenant, after the change where it still is."""
        return self._tenants.get(workload, "")

    def name(self, section: str, id_: str) -> str:
        """What people call a thing, and its id: ``his (门诊系统)``; the id alone when it has no name."""
        return called(self.titles, section, id_)

    def place(self, id_: str) -> str:
        """What people call a centre."""
        return self.name("centres", id_)

    def side(self, id_: str) -> str:
        """What people call one end of a link: a centre, maybe with a project, a partner, a tenant's LAN."""
        centre, slash, project = id_.partition("/")
        return f"{side(self.titles, centre)}{slash}{project}"

    def workload(self, id_: str) -> str:
        """What people call a workload."""
        return self.name("workloads", id_)


def domains(plan: RegionPlan) -> Iterator[DomainPlan]:
    """The networks of all centres."""
    for centre in plan.centres:
        yield from centre.domains


def joined(reasons: Iterable[Text]) -> Text:
    """Several reasons in a row."""
    found = list(reasons)
    return Text("，".join(r.zh for r in found), ", ".join(r.en for r in found))
