"""`retire:` keeps the data of a workload, and its numbers, and takes everything else of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from medcloud.diff import compare
from medcloud.plan import allocate, derive
from medcloud.plan.hosts.rows import host_rows
from medcloud.plan.lock import dump
from medcloud.plan.region import RegionPlan
from tests.diff.regions import GATEWAY
from tests.model.sample import changed, findings
from tests.plan import sample
from tests.support.promised import refusals_of

RETIRED = (GATEWAY, GATEWAY.replace("{kind: edge", "{retire: true, kind: edge"))


@cache
def before() -> RegionPlan:
    """The sample, all of it running."""
    return derive(sample.region(), sample.lock())


@cache
def after() -> RegionPlan:
    """The sample with its edge gateway retired."""
    return derive(sample.edited(RETIRED), sample.lock())


@pytest.mark.item("7.3.2.4-c")
def test_its_volumes_stay_under_their_names_and_nothing_of_it_serves() -> None:
    (placed,), (stood,) = (
        next(w.placements for w in plan.workloads if w.id == "gateway") for plan in (after(), before())
    )
    assert placed.kept == stood.volumes == placed.volumes
    assert len(placed.kept) == 1
    assert (placed.instances, placed.rules, placed.balancer) == ((), (), None)
    assert not [flow for flow in after().flows if "gateway" in (flow.source, flow.target)]
    assert not [record for record in after().records if record.workload == "gateway"]
    assert not [row for row in host_rows(after()) if row.workload == "gateway"]


def test_its_numbers_are_nobody_else_s() -> None:
    region = sample.edited(RETIRED)
    assert dump(allocate(region, sample.lock())) == sample.LOCK_FILE.read_text("utf-8")


def test_a_change_says_what_goes_and_that_data_stay() -> None:
    told = {change.id: change for change in compare(before(), after())}
    assert set(told) == {"removed:workloads.gateway@e1", "added:kept.gateway@e1"}
    assert {change.kind for change in compare(after(), before())} == {"added", "removed"}


def test_who_names_it_still_is_told_so() -> None:
    (finding,) = findings(
        changed("workloads/lis/callers", ["his", "gateway"], changed("workloads/gateway/retire", True))
    )
    assert str(finding.place.path) == "workloads.gateway.retire"
    assert "workloads.lis.callers[1]" in finding.message.en


def test_a_selector_passes_it_over() -> None:
    kinds = (
        "lis: {kind: lis, level: 3, pool: general,",
        "lis: {accepts: [kind:edge], kind: lis, level: 3, pool: general,",
    )
    called = ("kind: edge,", "kind: edge, calls: [lis],")
    sources = {
        retired: {flow.source for flow in _plan(kinds, called, *retired).flows if flow.target == "lis"}
        for retired in ((), (("kind: edge,", "retire: true, kind: edge,"),))
    }
    assert [*sources.values()] == [{"his", "gateway"}, {"his"}]


def _plan(*edits: tuple[str, str]) -> RegionPlan:
    region = sample.edited(*edits)
    return derive(region, allocate(region, sample.lock()))


def test_it_needs_no_host() -> None:
    size = {"instances": 2, "vcpus": 8, "memory_gib": 1024, "data_gib": 100}
    large = changed("workloads/emr/callers", ["his", "pacs"], changed("workloads/ai/size", size))
    assert [f.place.path for f in findings(large)] == ["pools.general.hosts"]
    assert findings(changed("workloads/ai/retire", True, large)) == ()


def test_what_is_left_of_it_comes_up_past_the_pack(tmp_path: Path) -> None:
    assert refusals_of(after(), tmp_path) == []


def test_a_changed_copy_of_a_region_has_its_own_workloads_that_serve() -> None:
    region = sample.region()
    assert "his" in region.running
    retired = region.workloads["his"].model_copy(update={"retire": True})
    assert "his" not in region.model_copy(update={"workloads": {**region.workloads, "his": retired}}).running
