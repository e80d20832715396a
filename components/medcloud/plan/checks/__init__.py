"""What a region file is refused for before it is planned, with the numbers that its lock holds.

One concern a file. A check is a public function of a module here that takes the region and the lock: it is
found by walking, as those of medcloud.model.checks are. The region must be whole: its names lead somewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from medcloud.model import Region
from medcloud.model.checks import walked
from medcloud.plan.derive import derive
from medcloud.plan.lock import Lock, allocate
from medcloud.plan.refused import PlanRefused
from medcloud.text.reading.problem import Problem

Check = Callable[[Region, Lock], Iterable[Problem]]


@cache
def checks() -> tuple[Check, ...]:
    """All of them, by module and by their place in it."""
    return tuple(walked(__path__, __name__, ("region", "lock")))


def check(region: Region, lock: Lock | None) -> list[Problem]:
    """All that the checks know of that stands in the way of a plan."""
    return [problem for each in checks() for problem in each(region, lock or Lock())]


def unplanned(region: Region, lock: Lock | None) -> list[Problem]:
    """Why no plan can be made, for reasons that no check knows: the first of them."""
    try:
        derive(region, allocate(region, lock))
    except PlanRefused as refused:
        return problems_of(refused)
    return []


def problems_of(refused: PlanRefused) -> list[Problem]:
    """A refusal, to be located in the region file: its place is keys of it, e.g. ``workloads.his (c1)``."""
    return [
        Problem(tuple(f.place.path.partition(" ")[0].split(".")), f.message, f.remedy, f.item)
        for f in refused.findings
    ]
