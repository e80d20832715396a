"""What lies on the storage tiers of each centre, and for how long they have room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from medcloud.model.capacity import amount_in
from medcloud.model.region import Region
from medcloud.model.seats import OBJECT_KINDS, seated
from medcloud.model.storage import TierId
from medcloud.model.workload import Workload

Seat = tuple[TierId, str]
"""A tier in a centre."""


class Room(NamedTuple):
    """A tier in a centre, of which the region file says how large it is; amounts in GiB."""

    tier: TierId
    centre: str
    capacity: int
    placed: int
    """Of volumes of workloads, with those that databases boot from and those that outlive retired ones."""
    stored: int
    """Beside them."""
    growth: int
    """A year; 0 where nothing is said."""

    @property
    def used(self) -> int:
        """What lies on it today."""
        return self.placed + self.stored

    @property
    def full_year(self) -> int | None:
        """The year, 1 for the next twelve months, in which it can hold no more; None: it does not grow."""
        return max(self.capacity - self.used, 0) // self.growth + 1 if self.growth else None


def rooms(region: Region) -> Iterator[Room]:
    """The tiers that say how large they are, in each centre where they are used or that they name."""
    placed = placed_gib(region)
    for key, tier in region.storage.tiers().items():
        for centre in region.centres:
            capacity = amount_in(tier.capacity, centre)
            named = isinstance(tier.capacity, Mapping)
            if capacity is not None and (named or (key, centre) in placed):
                stored, growth = amount_in(tier.stored, centre) or 0, amount_in(tier.growth, centre) or 0
                yield Room(key, centre, capacity, placed[key, centre], stored, growth)


def tiers_of(workload: Workload) -> tuple[TierId, ...]:
    """The tiers that a workload's data lie on, those of objects among them, each once."""
    objects = (workload.tier,) if workload.kind in OBJECT_KINDS else ()
    return tuple(dict.fromkeys((*workload.tiers, *objects)))


def placed_gib(region: Region) -> Counter[Seat]:
    """GiB of volumes by tier and centre; 0 where a workload keeps objects alone."""
    found: Counter[Seat] = Counter()
    for key, workload in region.workloads.items():
        seats = seated(region, key) if workload.pool in region.pools else {}
        for centre, count in seats.items():
            for disk in workload.disks.values():
                found[disk.tier, centre] += count * disk.gib
            if workload.kind == "database" and not workload.retire:
                found[workload.tier, centre] += count * workload.size.system_gib
            for tier in tiers_of(workload):
                found[tier, centre] += 0
    return found
