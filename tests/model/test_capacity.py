"""How large a storage tier is, what lies on it, when it is full."""

from __future__ import annotations

from typing import Any

import pytest

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive, to_text
from medcloud.plan.narrow import narrow
from medcloud.plan.region import RegionPlan
from medcloud.plan.storage import CapacityPlan
from tests.model.less_text import dumped, sample
from tests.model.sample import findings
from tests.model.test_environments import TEST
from tests.model.test_pool_hosts import text

IMAGE = {"capacity": {"c1": "2PiB", "r1": "8PiB"}, "stored": "300TiB", "growth": "120TiB"}


def _plan(changes: dict[str, Any]) -> RegionPlan:
    region = parse(text(changes), "region.yaml")
    return derive(region, allocate(region, Lock()))


def _room(plan: RegionPlan, centre: str, tier: str) -> CapacityPlan:
    return next(room for room in plan.centre(centre).capacities if room.tier == tier)


@pytest.mark.item("7.5.2.1-a")
def test_volumes_and_what_lies_beside_them_fill_a_tier_in_a_year() -> None:
    plan = _plan({"storage/image": IMAGE})
    assert _room(plan, "c1", "image") == CapacityPlan(
        tier="image",
        capacity_gib=2 << 20,
        placed_gib=1000,
        stored_gib=300 << 10,
        growth_gib=120 << 10,
        lasts_years=None,
        full_year=15,  # 1747 TiB are free: fourteen years have room, the fifteenth has not
    )
    assert not plan.centre("c2").capacities, "nothing is said of it"
    (row,) = [line for line in to_text(plan).splitlines() if line.split()[:2] == ["image", "c1"]]
    assert row.split()[2:] == ["2", "PiB", "301", "TiB", "1000", "GiB", "120", "TiB", "15", "-"]


def test_a_year_that_ends_just_full_has_room() -> None:
    tier = {"capacity": {"c1": "10TiB"}, "growth": "5TiB", "stored": "5TiB"}
    room = _room(_plan({"storage/database": tier}), "c1", "database")
    assert (room.placed_gib, room.full_year) == (0, 2)
    assert not findings(text({"storage/database": tier | {"lasts_years": 1}}))


def test_what_a_database_boots_from_and_what_outlives_a_retired_workload_lie_on_it_too() -> None:
    database = {"workloads/lis/kind": "database", "storage/database": {"capacity": "80TiB"}}
    size = 2 * (50 + 40)
    assert _room(_plan(database), "c1", "database").placed_gib == size
    retired = {"workloads/gateway/retire": True, "storage/general": {"capacity": "80TiB"}}
    before = _room(_plan({"storage/general": {"capacity": "80TiB"}}), "e1", "general")
    assert _room(_plan(retired), "e1", "general") == before


def test_a_tier_of_objects_alone_is_in_use() -> None:
    from tests.model.test_volumes import _without  # noqa: PLC0415  # of one test alone

    objects = {"workloads/pacs/volumes": {}, "storage/image": {"capacity": "2PiB", "stored": "1PiB"}}
    region = parse(_without(objects, "pacs"), "region.yaml")
    room = _room(derive(region, allocate(region, Lock())), "c1", "image")
    assert (room.placed_gib, room.stored_gib) == (0, 1 << 20)


@pytest.mark.item("7.5.2.1-a")
@pytest.mark.parametrize(
    ("tier", "where", "said"),
    [
        ({"capacity": "899GiB"}, "capacity", "写 900GiB 或更大"),
        ({"capacity": {"c1": "80TiB", "c2": "1GiB"}}, "capacity.c2", "写 900GiB 或更大"),
        ({"capacity": "80TiB", "stored": {"r1": "90TiB"}}, "capacity", "写 91TiB 或更大"),
        ({"capacity": "80TiB", "growth": "20TiB", "lasts_years": 4}, "lasts_years", "写 3 或更小"),
        ({"capacity": "8TiB", "growth": "20TiB", "lasts_years": 1}, "lasts_years", "删去此行"),
        (
            {"capacity": {"c1": "80TiB"}, "growth": "20TiB", "lasts_years": 4},
            "lasts_years",
            "capacity.c1 写成 81TiB",
        ),
    ],
)
def test_a_tier_that_is_full_is_refused(tier: dict[str, Any], where: str, said: str) -> None:
    (finding,) = findings(text({"storage/block": tier}))
    assert (finding.place.path, finding.item) == (f"storage.block.{where}", "7.5.2.1-a")
    assert said in finding.remedy.zh


def test_a_tier_that_is_just_large_enough_is_good() -> None:
    assert not findings(text({"storage/block": {"capacity": "900GiB"}}))
    assert not findings(text({"storage/block": {"capacity": "61TiB", "growth": "20TiB", "lasts_years": 3}}))


@pytest.mark.parametrize(
    ("tier", "where"),
    [
        ({"stored": "1TiB"}, "stored"),
        ({"growth": {"c1": "1TiB"}}, "growth"),
        ({"lasts_years": 3}, "lasts_years"),
        ({"capacity": "8TiB", "lasts_years": 3}, "lasts_years"),
        ({"capacity": {"c1": "8TiB"}, "growth": {"c1": "1TiB", "c2": "1TiB"}}, "growth.c2"),
        ({"capacity": {"c9": "8TiB"}}, "capacity.c9"),
        ({"capacity": {}}, "capacity"),
    ],
)
def test_words_that_mean_nothing_are_refused(tier: dict[str, Any], where: str) -> None:
    (finding,) = findings(text({"storage/block": tier}))
    assert finding.place.path == f"storage.block.{where}"


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("2PB", "1818TiB"),
        ("5000 gb", "4656GiB"),
        ("80tib", "80TiB"),
        ("80 T", "80TiB"),
        ("7000Gi", "7000GiB"),
        (80, "整数加 GiB"),
        ("1.5TiB", "整数加 GiB"),
        ("0GiB", "整数加 GiB"),
    ],
)
def test_other_units_are_answered_with_these(written: object, instead: str) -> None:
    (finding,) = findings(text({"storage/image": {"capacity": written}}))
    assert instead in finding.remedy.zh


def test_the_diff_tells_what_is_said_and_not_what_follows() -> None:
    plain, said = _plan({}), _plan({"storage/image": IMAGE})
    ids = {change.id for change in compare(plain, said)}
    assert ids == {"added:capacity.image@c1", "added:capacity.image@r1"}
    larger = _plan({"storage/image": IMAGE | {"stored": {"c1": "301TiB", "r1": "300TiB"}}})
    assert [change.id for change in compare(said, larger)] == ["settings:capacity.image@c1.stored_gib"]


def test_a_centre_or_a_workload_is_told_its_own_tiers() -> None:
    plan = _plan({"storage/image": IMAGE, "storage/archive": {"capacity": "9PiB"}})
    alone = narrow(plan, workload="pacs")
    assert {(c.id, r.tier) for c in alone.centres for r in c.capacities} == {("c1", "image"), ("r1", "image")}


def test_an_environment_has_none_of_productions() -> None:
    storage = {"image": IMAGE, "block": {"iops": 9000}}
    file = dumped({**sample(), "storage": storage, "environments": {"test": TEST}})
    region = parse(file, "region.yaml", environment="test")
    assert (region.storage.image.capacity, region.storage.image.growth) == (None, None)
    assert region.storage.block.iops == 9000
