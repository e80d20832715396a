"""Checks across fields, one concern a file; every one of them speaks, not only the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from medcloud.model.checks import (
    accelerators,
    callers,
    centres,
    domains,
    hosts,
    lookalikes,
    placement,
    prefixes,
    references,
    storage,
)
from medcloud.model.problem import Problem
from medcloud.model.region import Region

Check = Callable[[Region], Iterable[Problem]]

ALWAYS: tuple[Check, ...] = (
    lookalikes.lookalikes,
    references.repeats,
    callers.callers,
    callers.rings,
    centres.addresses,
    placement.location,
    domains.exposed_levels,
    domains.way_in,
    domains.shared_networks,
    prefixes.overlaps,
    prefixes.room,
    prefixes.vnis,
    hosts.memory,
    hosts.origin,
    hosts.numa,
    hosts.fit,
    hosts.pairs,
    hosts.capacity,
    accelerators.accelerators,
    storage.tiers,
    storage.backends,
    storage.named,
)
"""What can be said of the parts that are there."""

WHOLE: tuple[tuple[Check, frozenset[str]], ...] = (
    (centres.centres, frozenset({"centres", "sites"})),
    (placement.protection, frozenset({"centres", "pools"})),
    (domains.domain_of_each, frozenset({"domains"})),
    (storage.images, frozenset({"images"})),
)
"""What can be said only where no part of these sections is missing."""


def check(region: Region, lost: frozenset[str]) -> list[Problem]:
    """All that is wrong between the fields; ``lost`` sections have parts missing."""
    found = [*references.references(region, lost)]
    for each in ALWAYS:
        found += each(region)
    for each, sections in WHOLE:
        if not sections & lost:
            found += each(region)
    return found
