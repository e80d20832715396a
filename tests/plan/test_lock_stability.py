"""Numbers never move, whatever is edited; freed ones are not given out at once."""

from __future__ import annotations

import random
from ipaddress import ip_network

import pytest

from medcloud.plan import PlanRefused
from medcloud.plan.lock import Lock, dump, parse
from medcloud.plan.lock.entries import scope_of
from medcloud.plan.network.scheme import cut
from tests.plan.edits import World, allocate_numbers, check_stable, check_whole, given, resting

EDITS = 1100


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_thousands_of_edits_move_nothing(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- a test's dice
    world, lock, refused = World(), Lock(), 0
    for _ in range(EDITS):
        before = (list(world.centres), dict(world.workloads))
        world.edit(rng)
        try:
            after = allocate_numbers(world.demand(), lock)
        except PlanRefused:
            refused += 1
            world.centres, world.workloads = before
            _thin_out(world, rng)
            continue
        check_whole(world.demand(), after)
        check_stable(lock, after)
        _check_rest(lock, after)
        lock = after
    assert refused, "the edits never filled the region"
    assert allocate_numbers(world.demand(), lock) == lock
    assert parse(dump(lock), "region.lock.yaml") == lock


def _thin_out(world: World, rng: random.Random) -> None:
    """After a refusal a person makes room."""
    for name in rng.sample(list(world.workloads), k=len(world.workloads) // 4):
        del world.workloads[name]
    if len(world.centres) > 3:
        world.centres.remove(rng.choice(world.centres))


def _check_rest(before: Lock, after: Lock) -> None:
    """A number that rested before, or was freed now, is given out only when nothing fresh is left."""
    old = resting(before)
    for section, entries in given(before, after).items():
        standing = {(scope_of(section, k), n): k for k, n in before.section(section).items()}
        for key, number in entries.items():
            scope = scope_of(section, key)
            if (scope, number) in standing:  # freed and given out in one edit
                assert section in {"centres", "vnis", "subnets"}, (section, key, number)
                assert not _left(section, scope, number, before)
            elif number in old[section, scope] and section in {"centres", "vnis"}:
                assert not _left(section, scope, number, after)


def _left(section: str, scope: str, number: int, lock: Lock) -> list[int]:
    """Fresh numbers that could have been given out instead of one."""
    return [n for n in _range(section, scope, number, lock) if _fresh(n, section, scope, lock)]


def _range(section: str, scope: str, number: int, lock: Lock) -> list[int]:
    if section == "centres":  # small ones, whose numbers follow, may lie in slots
        taken = [ip_network(prefix) for prefix in lock.texts("prefixes").values()]
        slots = [cut(ip_network("10.0.0.0/16"), 20, n) for n in range(16)] if number < 16 else []
        return [n for n, slot in enumerate(slots) if not any(map(slot.overlaps, taken))]
    if section == "subnets":
        return [*range(1 << (27 - ip_network(lock.texts("prefixes")[f"{scope}/4"]).prefixlen))]
    return [*range(100, 150)]


def _fresh(number: int, section: str, scope: str, lock: Lock) -> bool:
    held = {n for k, n in lock.section(section).items() if scope_of(section, k) == scope}
    return number not in held and number not in resting(lock)[section, scope]
