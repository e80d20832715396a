"""Data volumes of a workload: several by name, on tiers of their own, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.plan.region import RegionPlan
from tests.model.sample import SAMPLE, findings
from tests.model.test_pool_hosts import text
from tests.support.promised import refusals

LOGS = {"workloads/his/volumes": {"logs": {"gib": 50}, "wal": {"gib": 20, "tier": "database"}}}


def _without(changes: Mapping[str, Any], workload: str = "his") -> str:
    """The changed sample without the volume that a workload's size names."""
    data = yaml.safe_load(text(changes))
    del data["workloads"][workload]["size"]["data_gib"]
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def _plan(source: str) -> RegionPlan:
    region = parse(source, "region.yaml")
    return derive(region, allocate(region, Lock()))


def _volumes(plan: RegionPlan, workload: str) -> list[tuple[str, int, str]]:
    placed = next(w for w in plan.workloads if w.id == workload).placements[0]
    return [(v.name, v.size_gib, v.tier) for v in placed.instances[0].volumes]


def test_volumes_by_name_stand_beside_that_of_the_size() -> None:
    plan = _plan(text(LOGS))
    assert _volumes(plan, "his") == [
        ("panyu-c1-his-0-data", 200, "block-encrypted"),
        ("panyu-c1-his-0-logs", 50, "block-encrypted"),
        ("panyu-c1-his-0-wal", 20, "database-encrypted"),
    ]
    assert "database-encrypted" in {tier.id for tier in plan.centre("c1").tiers}
    assert _volumes(_plan(_without(LOGS)), "his")[0] == ("panyu-c1-his-0-logs", 50, "block-encrypted")


def test_a_workload_may_have_none(tmp_path: Path) -> None:
    none = _without({"workloads/his/volumes": {}})
    assert _volumes(_plan(none), "his") == []
    assert refusals(yaml.safe_load(none), tmp_path) == []


def test_a_database_without_data_volumes_still_boots_from_its_tier() -> None:
    source = _without({"workloads/lis/kind": "database", "workloads/lis/volumes": {}}, "lis")
    plan = _plan(source)
    boot = next(w for w in plan.workloads if w.id == "lis").placements[0].instances[0].boot
    assert boot and (boot.tier, boot.size_gib) == ("database-encrypted", 40)
    assert "database-encrypted" in {tier.id for tier in plan.centre("c1").tiers}


def test_all_of_them_are_made_and_pass_the_pack(tmp_path: Path) -> None:
    assert refusals(yaml.safe_load(text(LOGS)), tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "place", "item"),
    [
        ({"workloads/his/volumes": {"wal": {"gib": 5, "tier": "archive"}}}, "wal.tier", "7.3.2.2-b"),
        ({"workloads/his/volumes": {"data": {"gib": 5}}}, "data", ""),
        ({"workloads/his/volumes": {"system": {"gib": 5}}}, "system", ""),
        ({"workloads/his/volumes": {"a b": {"gib": 5}}}, "a b", ""),
        ({"workloads/his/volumes": {"logs": {"gib": 0}}}, "logs.gib", ""),
        ({"workloads/his/volumes": {"logs": {}}}, "logs.gib", ""),
    ],
)
def test_what_is_no_good_volume(changes: Mapping[str, Any], place: str, item: str) -> None:
    (finding,) = findings(text(changes))
    assert (finding.place.path, finding.item) == (f"workloads.his.volumes.{place}", item)


@pytest.mark.item("7.3.2.2-a", "7.3.2.2-b")
def test_what_must_be_fast_is_fast_on_every_volume() -> None:
    (finding,) = findings(text({**LOGS, "storage/database/media": "hdd"}))
    assert finding.place.path == "storage.database.media"


def test_it_is_said_whether_there_are_any() -> None:
    (finding,) = findings(_without({}))
    assert finding.place.path == "workloads.his.size"
    assert "data_gib" in finding.remedy.en and "volumes: {}" in finding.remedy.en


def test_the_diff_tells_of_each_volume() -> None:
    ids = {c.id for c in compare(_plan(SAMPLE), _plan(text(LOGS)))}
    assert {"added:volumes.his@c1/logs", "added:volumes.his@c1/wal"} <= ids
    grown = {"workloads/his/volumes": {"logs": {"gib": 60}, "wal": {"gib": 20, "tier": "database"}}}
    assert {c.id for c in compare(_plan(text(LOGS)), _plan(text(grown)))} == {
        f"resized:volumes.his@{centre}/logs" for centre in ("c1", "c2", "r1")
    }
    lost = {c.id for c in compare(_plan(text(LOGS)), _plan(SAMPLE)) if c.kind == "lost"}
    assert "lost:his@c1/panyu-c1-his-0-wal" in lost
