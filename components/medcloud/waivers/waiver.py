"""One waiver, and all that are in force for a stack or a region file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from medcloud.text import Finding, Place
from medcloud.text.urns import split
from medcloud.waivers import limits
from medcloud.waivers.pattern import Pattern

_MANY = 3  # so many of a type, and all of them: the waiver is for the type


@dataclass(frozen=True)
class Waiver:
    """An exception from one item for some resources or places of a region file, approved until a day."""

    place: Place
    """File, line and key."""
    id: str
    item: str
    resources: tuple[Pattern, ...]
    level: int
    """Highest data level that it covers, 0 to 4; 0: resources that carry none."""
    reason: str
    approved_by: str
    approved: date
    until: date
    """Last day on which it holds."""
    region: str = ""
    """Id of the region in whose file the places are; empty when it names none."""
    places: tuple[str, ...] = ()
    """Places of the region file, e.g. ``pools.c86.cores``, each with what is below it."""

    def names(self, item: str, path: str) -> bool:
        """Whether it is for an item at a place of its region's file."""
        return item == self.item and any(_lies_in(path, place) for place in self.places)


class Use(NamedTuple):
    """A waiver that excused something, for reports and the ledger."""

    waiver: Waiver
    urn: str

    def record(self) -> dict[str, Any]:
        """As plain data."""
        found = self.waiver
        return {
            "waiver": found.id,
            "item": found.item,
            "resource": self.urn,
            "reason": found.reason,
            "approvedBy": found.approved_by,
            "until": found.until.isoformat(),
        }


class Made(NamedTuple):
    """What a resource is made of: an entry of a region's file."""

    region: str
    place: str
    """E.g. ``workloads.his``; empty: nobody says so."""


NOWHERE = Made("", "")


class Waivers:
    """The waivers of a file, all of them in force."""

    def __init__(self, waivers: Sequence[Waiver] = ()) -> None:
        self.waivers = tuple(waivers)

    def cover(self, item: str, urn: str, level: int | None, made_of: Made = NOWHERE) -> Waiver | None:
        """The waiver that excuses a resource from an item, by its name or by what it is made of.

        `level` is the data level 1 to 5 of table C.1 that the resource carries, 0 when it carries none
        and None when that is not known yet, which nothing excuses.
        """
        found = split(urn)
        if not found.types or level is None or level > limits.highest_level():
            return None
        if limits.is_link(item, found.types):
            return None
        fitting = (w for w in self.waivers if w.item == item and level <= w.level)
        return next((w for w in fitting if _is_for(w, urn, made_of)), None)

    def cover_rule(
        self, items: Iterable[str], urn: str, level: int | None, made_of: Made = NOWHERE
    ) -> tuple[Use, ...]:
        """The uses that excuse a violation of a rule: every item of it must be waived, else none.

        Items about another data level than the resource's (the rows of table C.1) have no say.
        """
        if level is None:
            return ()
        found = [self.cover(item, urn, level, made_of) for item in items if limits.concerns(item, level)]
        uses = tuple(Use(waiver, urn) for waiver in found if waiver)
        return uses if uses and len(uses) == len(found) else ()

    def too_broad(self, urns: Sequence[str]) -> tuple[Finding, ...]:
        """Waivers that turn out to be for a whole type of this stack, named by a pattern with ``*``."""
        return tuple(
            limits.broad(waiver.place, str(pattern))
            for waiver in self.waivers
            for pattern in waiver.resources
            if pattern.is_open and _is_all(pattern, urns)
        )


def _lies_in(path: str, place: str) -> bool:
    """Whether a path of the region file is a place or below it."""
    return path == place or path.startswith((f"{place}.", f"{place}["))


def _is_for(waiver: Waiver, urn: str, made_of: Made) -> bool:
    named = any(pattern.fits(urn) for pattern in waiver.resources)
    made = bool(made_of.place) and made_of.region == waiver.region
    return named or (made and any(_lies_in(place, made_of.place) for place in waiver.places))


def _is_all(pattern: Pattern, urns: Sequence[str]) -> bool:
    every = Pattern(pattern.type, "*")
    fitting = [urn for urn in urns if every.fits(urn)]
    return len(fitting) >= _MANY and all(pattern.fits(urn) for urn in fitting)


NONE = Waivers()
