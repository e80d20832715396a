"""`was:` keeps what is up: numbers, addresses and names in the cloud, whoever is called otherwise."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from medcloud.diff import compare
from medcloud.model import Region, parse
from medcloud.plan import Lock, PlanRefused, allocate, derive
from medcloud.plan.lock import dump, parse as parse_lock
from medcloud.plan.region import RegionPlan
from tests.model.sample import SAMPLE, findings
from tests.plan import sample

RENAMES = {"tenants": ("group", "union"), "domains": ("core", "vault"), "workloads": ("his", "hospital")}


def renamed(data: Any, section: str, old: str, new: str, *, was: bool = True) -> str:
    """The region file with one thing called otherwise wherever it is named."""
    entries = {new if key == old else key: entry for key, entry in data.setdefault(section, {}).items()}
    if was:
        entries[new]["was"] = old
    data[section] = entries
    for workload in data["workloads"].values():
        field = section.removesuffix("s")
        if workload.get(field) == old:
            workload[field] = new
        if section == "workloads":
            for key in ("callers", "depends_on"):
                if key in workload:
                    workload[key] = [new if name == old else name for name in workload[key]]
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def region_with(section: str, *, was: bool = True) -> Region:
    """The sample, renamed."""
    return parse(renamed(yaml.safe_load(SAMPLE), section, *RENAMES[section], was=was), "region.yaml")


def names(plan: RegionPlan) -> set[tuple[str, ...]]:
    """Every name and address of things in the cloud."""
    found = {(d.name, str(d.vni), *(s.cidr for s in d.subnets)) for c in plan.centres for d in c.domains}
    for placed in (p for w in plan.workloads for p in w.placements):
        found.add((placed.name,))
        if placed.balancer:
            found.add((placed.balancer.name, placed.balancer.v4))
        found |= {(i.name, i.v4, i.v6, *(v.name for v in i.volumes)) for i in placed.instances}
        found |= {(c.name,) for c in placed.containers}
        found |= {(r.key, r.reason) for r in placed.rules}
    return found


@pytest.mark.parametrize("section", RENAMES)
def test_names_and_numbers_stay(section: str) -> None:
    region = region_with(section)
    lock = allocate(region, sample.lock())
    plan = derive(region, lock)
    assert names(plan) == names(sample.plan())
    numbers = {
        n: sorted(map(str, lock.section(n).values())) for n in ("subnets", "vnis", "vips", "instances")
    }
    assert numbers == {n: sorted(map(str, sample.lock().section(n).values())) for n in numbers}
    assert lock.retired == sample.lock().retired
    old, new = RENAMES[section]
    assert any(new in key.split("/") for key in lock.section("instances"))
    assert not any(old in key.split("/") for key in lock.section("instances"))


@pytest.mark.parametrize("section", RENAMES)
def test_without_was_all_of_it_is_another(section: str) -> None:
    region = region_with(section, was=False)
    plan = derive(region, allocate(region, sample.lock()))
    assert names(plan) != names(sample.plan())
    assert any(change.kind in ("lost", "rebuilt") for change in compare(sample.plan(), plan))


@pytest.mark.parametrize("section", RENAMES)
def test_once_the_lock_is_written_the_line_may_go(section: str) -> None:
    first = region_with(section)
    lock = parse_lock(dump(allocate(first, sample.lock())), "region.lock.yaml")
    assert allocate(first, lock) == lock
    later = region_with(section, was=False)
    assert allocate(later, lock) == lock
    assert derive(later, lock) == derive(first, lock)


def test_called_otherwise_twice_and_then_as_at_first() -> None:
    lock = allocate(region_with("workloads"), sample.lock())
    data = yaml.safe_load(renamed(yaml.safe_load(SAMPLE), "workloads", "his", "clinic"))
    data["workloads"]["clinic"]["was"] = "hospital"
    third = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    lock = allocate(third, lock)
    assert names(derive(third, lock)) == names(sample.plan())
    assert lock.texts("names") == {"workloads/clinic": "his"}
    data = yaml.safe_load(SAMPLE)
    data["workloads"]["his"]["was"] = "clinic"
    back = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    lock = allocate(back, lock)
    assert allocate(back, lock) == lock
    assert derive(back, lock).records == sample.plan().records
    assert names(derive(back, lock)) == names(sample.plan())


def test_a_renamed_workload_is_found_by_both_names() -> None:
    region = region_with("workloads")
    plan = derive(region, allocate(region, sample.lock()))
    found = {r.name: r.values for r in plan.records if r.workload == "hospital" and r.type == "A"}
    assert set(found) == {"his.panyu.example.", "hospital.panyu.example."}
    assert len(set(found.values())) == 1


@pytest.mark.parametrize("section", RENAMES)
def test_diff_tells_of_a_new_identifier_and_of_no_loss(section: str) -> None:
    region = region_with(section)
    changes = compare(sample.plan(), derive(region, allocate(region, sample.lock())))
    assert [c.id for c in changes] == [f"renamed:{section}.{RENAMES[section][1]}.id"]
    assert changes[0].severity == "low"


def test_what_is_freed_rests_under_its_new_scope() -> None:
    data = yaml.safe_load(SAMPLE)
    data["workloads"]["his"]["size"]["instances"] = 3
    data["pools"]["core"]["hosts"] = 4
    grown = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    lock = allocate(sample.region(), allocate(grown, sample.lock()))
    assert any(key.startswith("instances/c1/group/core/") for key in lock.retired)
    moved = allocate(region_with("tenants"), lock)
    assert any(key.startswith("instances/c1/union/core/") for key in moved.retired)
    assert not any("/group/" in key for key in moved.retired)


def test_was_comes_too_late_where_both_are_up() -> None:
    beside = allocate(region_with("workloads", was=False), sample.lock())
    both = yaml.safe_load(SAMPLE)
    both["workloads"]["hospital"] = dict(both["workloads"]["his"])
    region = parse(yaml.safe_dump(both, allow_unicode=True, sort_keys=False), "region.yaml")
    with pytest.raises(PlanRefused, match=r"workloads\.hospital\.was"):
        allocate(region_with("workloads"), allocate(region, sample.lock()))
    again = allocate(region_with("workloads"), beside)  # the old one is gone: it rests, nothing can be kept
    assert again.section("instances") == beside.section("instances")


def test_a_new_thing_by_the_old_name_is_refused_while_the_first_has_it() -> None:
    lock = allocate(region_with("workloads"), sample.lock())
    data = yaml.safe_load(renamed(yaml.safe_load(SAMPLE), "workloads", "his", "hospital", was=False))
    data["workloads"]["his"] = {**data["workloads"]["hospital"], "callers": []}
    region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    with pytest.raises(PlanRefused, match="panyu-c1-his"):
        derive(region, allocate(region, lock))


def test_what_is_gone_leaves_no_name_behind() -> None:
    lock = allocate(region_with("workloads"), sample.lock())
    data = yaml.safe_load(renamed(yaml.safe_load(SAMPLE), "workloads", "his", "hospital", was=False))
    del data["workloads"]["hospital"]
    for workload in data["workloads"].values():
        workload["callers"] = [name for name in workload["callers"] if name != "hospital"]
    region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    assert allocate(region, lock).texts("names") == {}


@pytest.mark.parametrize(
    ("where", "was"),
    [
        ("workloads.his", "his"),
        ("workloads.his", "emr"),
        ("tenants.group", "county"),
        ("domains.core", "dmz"),
    ],
)
def test_what_was_is_free_now(where: str, was: str) -> None:
    section, _, key = where.partition(".")
    data = yaml.safe_load(SAMPLE)
    data[section][key]["was"] = was
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    assert [f.place.path for f in findings(text)] == [f"{where}.was"]


def test_two_things_were_not_one() -> None:
    data = yaml.safe_load(SAMPLE)
    for key in ("his", "emr"):
        data["workloads"][key]["was"] = "old"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    assert [f.place.path for f in findings(text)] == ["workloads.emr.was"]


def test_locks_of_the_sample_have_no_such_section() -> None:
    assert "names" not in allocate(sample.region(), Lock()).sections
