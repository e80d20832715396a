"""Two branches with edits of their own, brought together: unique numbers, ours unmoved."""

from __future__ import annotations

import copy
import random

import pytest

from medcloud.plan import Lock, PlanRefused
from medcloud.plan.lock import number_sections, reconcile
from tests.plan.edits import World, allocate_numbers, check_stable, check_whole, given


def _grown(world: World, lock: Lock, rng: random.Random, edits: int) -> Lock:
    """Edits a world in place; what cannot be planned is left out."""
    for _ in range(edits):
        before = copy.deepcopy(world)
        world.edit(rng)
        try:
            lock = allocate_numbers(world.demand(), lock)
        except PlanRefused:
            world.centres, world.workloads = before.centres, before.workloads
    return lock


def _merged(base: World, ours: World, theirs: World) -> World:
    """What git makes of both region files: each side's additions and removals."""
    gone = (set(base.workloads) - set(ours.workloads)) | (set(base.workloads) - set(theirs.workloads))
    workloads = {**theirs.workloads, **ours.workloads}
    closed = (set(base.centres) - set(ours.centres)) | (set(base.centres) - set(theirs.centres))
    centres = [c for c in dict.fromkeys((*ours.centres, *theirs.centres)) if c not in closed]
    return World(centres, {w: row for w, row in workloads.items() if w not in gone})


@pytest.mark.parametrize("seed", range(60))
def test_random_branches_come_together(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- a test's dice
    base = World()
    start = _grown(base, Lock(), rng, 12)
    left, right = copy.deepcopy(base), copy.deepcopy(base)
    right.serial = 1000  # names of its own
    ours, theirs = _grown(left, start, rng, 4), _grown(right, start, rng, 4)
    together, renumbered = reconcile(ours, theirs)
    merged = _merged(base, left, right)
    try:
        lock = allocate_numbers(merged.demand(), together)
    except PlanRefused as refused:
        assert "VNI" in str(refused), "only the sum of both branches may be too much"
        return
    check_whole(merged.demand(), lock)
    check_stable(ours, lock)
    assert allocate_numbers(merged.demand(), lock) == lock
    lost = set(renumbered)
    for section in number_sections():
        new = given(ours, lock)[section]
        for key in new.keys() & theirs.section(section).keys():
            moved = new[key] != theirs.section(section)[key]
            assert not moved or f"{section}/{key}" in lost, "renumbered without need"


def test_what_clashes_is_named() -> None:
    ours = Lock({"vnis": {"c1/t/a": 5}}, retired={"vnis/7": 1})
    theirs = Lock({"vnis": {"c1/t/b": 5, "c1/t/c": 6, "c1/t/d": 7}}, retired={"vnis/5": 2, "vnis/8": 1})
    lock, renumbered = reconcile(ours, theirs)
    assert renumbered == ("vnis/c1/t/b",)
    assert lock.section("vnis") == {"c1/t/a": 5, "c1/t/c": 6, "c1/t/d": 7}
    assert lock.retired == {"vnis/8": 1}
