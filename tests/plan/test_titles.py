"""What people call things stands beside their ids wherever a person reads them."""

from __future__ import annotations

import pytest

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan import allocate, derive, to_text
from medcloud.plan.region import RegionPlan
from medcloud.plan.titles import called, network, side, whose
from tests.model.sample import changed, findings
from tests.plan import sample

NAMES = {"c1": "一号机房", "his": "门诊系统", "sms": "短信平台"}
PARTNER = (
    "partners:\n  sms: {name: 短信平台, prefixes: [203.0.113.8/32], by: line, ports: {a: 9443}}\nworkloads:\n"
)
NAMED = (
    ("c1: {role", "c1: {name: 一号机房, role"),
    ("  his: {kind", "  his: {name: 门诊系统, calls: [sms], kind"),
    ("workloads:\n", PARTNER),
)


def named() -> RegionPlan:
    return sample.plan(sample.edited(*NAMED))


def test_a_name_is_shown_once_and_beside_its_id() -> None:
    titles = {"workloads.his": "门诊系统", "tenants.h1": "一院", "centres.c1": "c1", "domains.core": "核心"}
    assert called(titles, "workloads", "his") == "his (门诊系统)"
    assert called(titles, "centres", "c1") == "c1"
    assert [side(titles, id_) for id_ in ("his", "lan:h1", "internet")] == [
        "his (门诊系统)",
        "lan:h1 (一院)",
        "internet",
    ]
    assert network({**titles, "centres.c1": "主"}, "c1/h1/core") == "c1/h1/core (主 一院 核心)"
    assert whose(titles, {"workload": "his", "tenant": "h1", "centre": "c2"}) == "his (门诊系统), h1 (一院)"


@pytest.mark.parametrize("id_", NAMES)
def test_the_text_of_the_plan_says_it_of_flows_and_centres(id_: str) -> None:
    text = to_text(named())
    assert f"{id_} ({NAMES[id_]})" in text
    flows = text.partition("Flows")[2]
    assert id_ == "c1" or f"{id_} ({NAMES[id_]})" in flows


def test_the_diff_says_it_of_centres_workloads_and_partners() -> None:
    old = derive(region := sample.edited(*NAMED), allocate(region, None))
    region = sample.edited(*NAMED, ("vcpus: 8, memory_gib: 32", "vcpus: 16, memory_gib: 32"))
    found = {change.id: change for change in compare(old, derive(region, allocate(region, None)))}
    resized = found["resized:servers.his@c1"]
    assert "his (门诊系统) 在 c1 (一号机房) 的" in resized.text.zh
    assert "his (门诊系统) in c1 (一号机房)" in resized.text.en


def test_a_finding_says_it_after_its_path() -> None:
    text = changed("workloads/his/name", "门诊系统", changed("workloads/his/callers", ["nobody"]))
    (found,) = findings(text)
    assert found.place.path.startswith("workloads.his.") and found.place.called == "门诊系统"
    assert "workloads.his.callers[0] (门诊系统)" in str(found)


@pytest.mark.parametrize("hostile", ["a\u202eb", "a\u200bb", "a\x1b[31mb", "a\nb", " a", ""])
@pytest.mark.parametrize("place", ["centres/c1", "workloads/his", "tenants/group", "region"])
def test_a_name_that_cannot_be_seen_is_refused_where_it_is_read(place: str, hostile: str) -> None:
    path = f"{place.replace('/', '.')}.name"
    assert [found.place.path for found in findings(changed(f"{place}/name", hostile))] == [path]
    assert findings(changed(f"{place}/name", "“北”区 #2")) == ()


def test_nothing_is_described_in_the_cloud_unless_asked_for() -> None:
    assert {c.described for c in named().centres} == {""}
    text = changed("region/describe", True, changed("workloads/his/name", "x; medcloud-level=1"))
    plan = derive(region := parse(text, "region.yaml"), allocate(region, None))
    assert plan.centres[0].described == "市桥院区"
    assert sample.placement(plan, "his", "c1").described == "番禺医疗集团 x； medcloud-level＝1"
