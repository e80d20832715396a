"""The sample region and what an edit of it does."""

from __future__ import annotations

from functools import cache

from medcloud.diff import Change, compare
from medcloud.plan import allocate, derive
from medcloud.plan.region import RegionPlan
from tests.plan import sample


@cache
def old() -> RegionPlan:
    """The plan of the sample by its lock."""
    return derive(sample.region(), sample.lock())


def new(*edits: tuple[str, str]) -> RegionPlan:
    """The plan of the sample with pieces of its text replaced, as the next up would take it."""
    region = sample.edited(*edits)
    return derive(region, allocate(region, sample.lock()))


def changes(*edits: tuple[str, str]) -> dict[str, Change]:
    """What the edits do, by id."""
    return {change.id: change for change in compare(old(), new(*edits))}


GATEWAY = next(line for line in sample.FILE.read_text("utf-8").splitlines() if line.startswith("  gateway:"))
"""The line of a workload that nobody calls."""
