"""What protects the data of a storage tier: copies or an erasure code, SM4 by software or hardware."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive, to_text
from medcloud.plan.region import RegionPlan
from medcloud.text import speak
from tests.model.sample import findings
from tests.model.test_pool_hosts import text
from tests.support.promised import deployed, refusals_of

CODE = {"storage/block/erasure": {"data": 4, "parity": 2}}
FIFTH = {"workloads/his/level": 5}
HARD = {"storage/block/sm4": "hardware"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("both")


def _plan(changes: dict[str, Any]) -> RegionPlan:
    region = parse(text(changes), "region.yaml")
    return derive(region, allocate(region, Lock()))


@pytest.mark.item("C.2-a")
@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (FIFTH, "workloads.his.level"),
        ({**FIFTH, "storage/block/sm4": "software"}, "storage.block.sm4"),
        (
            {**FIFTH, **HARD, "workloads/his/volumes": {"wal": {"gib": 9, "tier": "database"}}},
            "workloads.his.level",
        ),
        ({"workloads/archive/level": 5, "workloads/archive/retire": True}, "workloads.archive.level"),
    ],
)
def test_the_highest_level_asks_hardware(changes: dict[str, Any], where: str) -> None:
    found = [f for f in findings(text(changes)) if f.item == "C.2-a"]
    assert [f.place.path for f in found] == [where]
    assert "sm4: hardware" in found[0].remedy.en
    (tier,) = [word for word in found[0].remedy.en.split() if word.startswith("storage.")]
    mended = {**changes, tier.rstrip(":").replace(".", "/"): "hardware"}
    assert "C.2-a" not in {f.item for f in findings(text(mended))}


@pytest.mark.item("C.2-a")
def test_each_tier_is_said_once_and_other_levels_need_no_hardware() -> None:
    both = {**FIFTH, "workloads/lis/level": 5, "workloads/lis/pool": "core", "workloads/lis/centres": []}
    assert [f.item for f in findings(text(both))].count("C.2-a") == 1
    assert not findings(text({"storage/block/sm4": "software"}))
    assert not findings(text({**FIFTH, **HARD}))


@pytest.mark.item("C.2-a", "7.3.2.3-b")
@pytest.mark.parametrize(("changes", "item"), [(HARD, "C.2-a"), (CODE, "7.3.2.3-b")])
def test_tiers_on_one_backend_are_protected_alike(changes: dict[str, Any], item: str) -> None:
    shared = dict.fromkeys(("block", "general"), "fast") | {"image": "slow", "archive": "slow"}
    (finding,) = findings(text({**changes, "centres/c1/backends": shared}))
    assert (finding.place.path, finding.item) == ("centres.c1.backends.general", item)


@pytest.mark.item("7.3.2.5-a")
def test_an_erasure_code_is_of_distributed_storage() -> None:
    (finding,) = findings(text({**CODE, "storage/block/backend": "centralised"}))
    assert (finding.place.path, finding.item) == ("storage.block.erasure", "7.3.2.5-a")
    (finding,) = findings(text({"storage/database/erasure": {"data": 4, "parity": 2}}))
    assert "backend" not in finding.remedy.en, "databases are centralised"
    assert not findings(text(CODE))


@pytest.mark.parametrize(
    ("tier", "where"),
    [
        ({"copies": 3, "erasure": {"data": 4, "parity": 2}}, "erasure"),
        ({"erasure": {"data": 1, "parity": 2}}, "erasure.data"),
        ({"erasure": {"data": 4, "parity": 0}}, "erasure.parity"),
        ({"erasure": {"data": 4}}, "erasure.parity"),
        ({"sm4": "none"}, "sm4"),
    ],
)
def test_what_cannot_be_is_refused(tier: dict[str, Any], where: str) -> None:
    (finding,) = findings(text({"storage/block": tier}))
    assert finding.place.path == f"storage.block.{where}"


@pytest.mark.item("7.3.2.3-b", "C.2-a")
def test_the_volume_type_says_it(tmp_path: Path) -> None:
    plan = _plan({**CODE, **HARD, "centres/c1/backends/block": "ceph", **_others("c1")})
    (tier,) = [tier for tier in plan.centre("c1").tiers if tier.kind == "block"]
    assert (tier.copies, tier.erasure, tier.sm4) == (None, "4+2", "hardware")
    made = {m.name: m.inputs for m in deployed(plan, tmp_path).made if m.type.endswith(":VolumeTypeV3")}
    assert made["panyu-c1-block-encrypted"]["extraSpecs"] == {
        "volume_backend_name": "ceph",
        "medcloud:erasure-code": "4+2",
        "medcloud:sm4": "hardware",
    }
    assert "medcloud:sm4" not in made["panyu-c1-image-encrypted"].get("extraSpecs", {})
    assert refusals_of(plan, tmp_path) == []


def _others(centre: str) -> dict[str, str]:
    return {f"centres/{centre}/backends/{tier}": tier for tier in ("image", "general", "archive")}


@pytest.mark.item("C.2-b", "C.2-c")
def test_the_text_says_it_and_what_is_left_to_aes() -> None:
    plan = _plan({**CODE, **HARD})
    lines = to_text(plan).splitlines()
    start = lines.index("Storage tiers")
    rows = [line.split() for line in lines[start + 2 : start + 5]]
    assert rows[0] == ["block", "c1,", "c2,", "r1", "erasure", "code", "4+2", "hardware"]
    assert rows[1] == ["image", "c1,", "c2,", "r1", "3", "copies", "not", "said"]
    left = {a.item: a.workloads for a in plan.advice if "AES-256" in a.text.en}
    assert left == {"C.2-b": ("pacs", "archive"), "C.2-c": ("ai",)}
    assert not [a for a in _plan({}).advice if "AES-256" in a.text.en], "where the file says nothing of SM4"


def test_the_diff_tells_what_gets_weaker() -> None:
    hard, soft = _plan(HARD), _plan({"storage/block/sm4": "software"})
    changes = {c.id: c.severity for c in compare(hard, soft)}
    ids = [f"protection:storage.block-encrypted@{centre}.sm4" for centre in ("c1", "c2", "r1")]
    assert changes == dict.fromkeys(ids, "high")
    assert {c.severity for c in compare(soft, hard)} == {"low"}
    fewer = compare(_plan({}), _plan({"storage/image/copies": 2}))
    assert {(c.id.rpartition(".")[2], c.severity, c.item) for c in fewer} == {("copies", "high", "7.3.2.3-b")}
