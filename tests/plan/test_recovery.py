"""How a workload comes back: its own RPO and RTO, homes and standbys, backups, and what is advised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from medcloud.model import load, parse
from medcloud.plan import Lock, allocate, derive, to_json, to_text
from medcloud.plan.lock import parse as parse_lock
from medcloud.plan.narrow import narrow
from medcloud.plan.region import RegionPlan
from tests.model.sample import changed
from tests.plan import sample

TWO = Path("examples/twocities/region.yaml")


def two() -> RegionPlan:
    """The two cities that recover each other."""
    region = load(TWO)
    lock = parse_lock(TWO.with_name("region.lock.yaml").read_text(encoding="utf-8"), "region.lock.yaml")
    assert allocate(region, lock) == lock, "the example's lock is behind"
    return derive(region, lock)


def plan(path: str, value: Any) -> RegionPlan:
    """The sample with one thing changed."""
    region = parse(changed(path, value), "region.yaml")
    return derive(region, allocate(region, Lock()))


def counts(of: RegionPlan, workload: str) -> dict[str, int]:
    """Servers by centre."""
    placed = next(w for w in of.workloads if w.id == workload).placements
    return {p.centre: len(p.instances) for p in placed}


@pytest.mark.item("A.5-b", "7.3.2.4-a")
def test_each_city_is_home_to_its_own_and_standby_to_the_other() -> None:
    made = two()
    assert counts(made, "his-east") == {"e1": 2, "e2": 2, "w1": 2}
    assert counts(made, "his-west") == {"e1": 2, "w1": 2, "w2": 2}
    assert counts(made, "lis-west") == {"w1": 2, "e2": 1}
    first = next(r for r in made.records if r.workload == "his-west" and r.type == "A")
    served = {
        p.centre: p.balancer.v4
        for w in made.workloads
        if w.id == "his-west"
        for p in w.placements
        if p.balancer
    }
    assert set(first.values) == {served["w1"], served["w2"]}  # not the standby in e1


@pytest.mark.item("C.2-c")
def test_a_shorter_rto_is_obeyed() -> None:
    assert counts(sample.plan(sample.region()), "lis") == {"c1": 2, "c2": 2, "r1": 1}
    made = plan("workloads/lis/recovery", {"rto": "5min"})
    assert counts(made, "lis") == {"c1": 2, "c2": 2, "r1": 2}  # all are up, for there is no time to add one
    assert {r.ttl for r in made.records if r.workload == "lis"} == {
        60
    }  # and no name is remembered for longer


@pytest.mark.item("C.2-d")
def test_with_an_rto_of_its_own_level_2_has_a_standby() -> None:
    text = changed("workloads/lis/level", 2, changed("workloads/lis/recovery", {"rto": "15min"}))
    region = parse(text, "region.yaml")
    assert counts(derive(region, allocate(region, Lock())), "lis") == {"c1": 2, "c2": 2, "r1": 1}


@pytest.mark.item("7.3.2.3-a")
def test_an_rpo_under_a_minute_keeps_servers_on_different_hosts() -> None:
    made = plan("workloads/ai/recovery", {"rpo": "30s"})
    spread = next(w for w in made.workloads if w.id == "ai").placements
    assert all(p.anti_affinity for p in spread)
    assert not any(
        p.anti_affinity for w in sample.plan(sample.region()).workloads if w.id == "ai" for p in w.placements
    )


@pytest.mark.item("6.1.2-b", "6.4-a")
def test_backups_are_planned_as_said() -> None:
    found = {w["id"]: w["protection"]["backup"] for w in to_json(two())["workloads"]}
    hour, day = 3600, 86_400
    assert found["his-east"] == {
        "method": "incremental",
        "every_seconds": 6 * hour,
        "full_every_seconds": 7 * day,
        "keep_seconds": 90 * day,
        "place": "w2",
        "tested_every_seconds": 90 * day,
    }
    assert (found["his-west"]["place"], found["his-west"]["tested_every_seconds"]) == ("e1", 365 * day)
    assert found["lis-west"]["full_every_seconds"] == hour  # each is a full one
    assert "differential" in to_text(two())


@pytest.mark.item("6.4-a")
def test_backups_go_to_the_recovery_centre_where_nothing_is_said() -> None:
    made = plan("workloads/gateway/backup", {"every": "1d", "keep": "30d"})
    backup = next(w.protection.backup for w in made.workloads if w.id == "gateway")
    assert backup is not None
    assert backup.place == "r1"


@pytest.mark.item("C.2-a", "C.2-b", "6.4-a")
def test_what_backups_cannot_give_is_advised_and_not_refused() -> None:
    made = sample.plan(sample.region())
    by_item = {a.item: a.workloads for a in made.advice}
    assert by_item["C.2-b"] == ("his", "emr")  # pacs and archive copy their objects
    assert "portal" not in by_item["6.4-a"]  # of level 1, which may be lost
    assert "his" in by_item["6.4-a"]
    assert [a.workloads for a in narrow(made, workload="emr").advice] == [("emr",)] * 3
    saved = plan("workloads/his/backup", {"every": "1d", "keep": "30d"})
    assert "his" not in {a.item: a.workloads for a in saved.advice}["6.4-a"]
    members = plan("workloads/his/ports", {"db": {"port": 5432, "members": "region"}})
    assert {a.item: a.workloads for a in members.advice}["C.2-b"] == ("emr",)  # its members replicate
    region = parse(changed("workloads/his/level", 5, changed("storage/block/sm4", "hardware")), "region.yaml")
    fifth = derive(region, allocate(region, Lock()))
    assert {a.item: a.workloads for a in fifth.advice}["C.2-a"] == ("his",)
