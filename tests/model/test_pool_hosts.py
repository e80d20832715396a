"""Hosts by centre and by generation: counted where the instances are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from tests.model.sample import SAMPLE, findings

NEW = {"hosts": {"c1": 2, "c2": 2}, "cores": 128, "memory_gib": 2048, "storage_gbps": 100, "numa_nodes": 4}
BASE = {"pools/core/baseline": "Dhyana"}
FEW = {f"workloads.{w}.size.instances": "7.3.2.3-a" for w in ("his", "emr", "pacs")}


def text(changes: Mapping[str, Any]) -> str:
    """The sample with values set by path."""
    data = yaml.safe_load(SAMPLE)
    for path, value in changes.items():
        *way, last = path.split("/")
        node = data
        for step in way:
            node = node.setdefault(step, {})
        node[last] = value
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"pools/core/hosts": {"c1": 4, "c2": 4, "r1": 2}}, {}),
        (
            {"pools/general/hosts": {"c1": 2, "c2": 2, "r1": 1}},
            {},
        ),  # lis waits there with one, archive has one
        ({"pools/core/hosts": {"c1": 4, "c2": 4, "r1": 1}}, FEW),
        ({"pools/core/hosts": {"c1": 4, "c2": 4}}, {"pools.core.hosts": "6.1.1-c"}),
        ({"pools/core/hosts": {"c1": 4, "c2": 4, "r1": 2, "e1": 2}}, {"pools.core.hosts.e1": ""}),
        ({"pools/core/hosts": {"c1": 4, "c2": 4, "r11": 2}}, {"pools.core.hosts.r11": ""}),
        ({"pools/core/hosts": {"c1": 0, "c2": 4, "r1": 2}}, {"pools.core.hosts.c1": ""}),
        ({"pools/core/hosts": {}}, {"pools.core.hosts": ""}),
        ({"pools/core/hosts": "2"}, {"pools.core.hosts": ""}),
        ({"pools/core/hosts": [2, 2, 2]}, {"pools.core.hosts": ""}),
        ({"pools/core/hosts": {"c1": 4, "c2": 4, "r1": "2"}}, {"pools.core.hosts.r1": ""}),
    ],
)
def test_hosts_by_centre(changes: Mapping[str, Any], refused: Mapping[str, str]) -> None:
    assert {f.place.path: f.item for f in findings(text(changes))} == refused


@pytest.mark.item("7.3.1.2-a", "6.1.1-c")
@pytest.mark.parametrize(
    ("field", "item", "need"), [("vcpus", "7.3.1.2-a", 60), ("memory_gib", "6.1.1-c", 1000)]
)
def test_what_is_needed_is_counted_in_each_centre(field: str, item: str, need: int) -> None:
    """lis is at home with two instances and waits with one: the standby has room for what a home lacks."""
    size = {f"workloads/lis/size/{field}": need, "workloads/lis/size/instances": 2}
    more = {"workloads/ai/size/vcpus": 7, "workloads/ai/size/memory_gib": 30}
    hosts = {"pools/general/hosts": {"c1": 2, "c2": 3, "r1": 2}}
    assert findings(text({**size, **more, **hosts})) == ()
    less = {**size, f"workloads/ai/size/{field}": 10 if field == "vcpus" else 200}
    (finding,) = findings(text({**less, **hosts}))
    assert (finding.place.path, finding.item) == ("pools.general.hosts.c1", item)
    assert "3" in finding.remedy.en
    mended = {**less, "pools/general/hosts": {"c1": 3, "c2": 3, "r1": 2}}
    assert findings(text(mended)) == ()
    (plain,) = findings(text(less))
    assert plain.place.path == "pools.general.hosts"


@pytest.mark.item("7.5.1-b")
def test_generations_have_a_common_baseline() -> None:
    (finding,) = findings(text({"pools/core/models": {"new": NEW}}))
    assert (finding.place.path, finding.item) == ("pools.core.models", "7.5.1-b")
    assert findings(text({"pools/core/models": {"new": NEW}, **BASE})) == ()
    assert findings(text({"pools/core/baseline": "a b"})) != ()


@pytest.mark.item("7.3.2.3-a", "6.1.1-c")
def test_instances_are_held_by_hosts_that_are_large_enough() -> None:
    """100 vCPUs are for hosts of the new generation, of which the recovery centre has too few."""
    his = {"workloads/his/size/vcpus": 100, "workloads/his/size/memory_gib": 64}
    for hosts, refused in (({"c1": 2, "c2": 2, "r1": 2}, []), ({"c1": 2, "c2": 2, "r1": 1}, ["7.3.2.3-a"])):
        changes = {**BASE, **his, "pools/core/models": {"new": {**NEW, "hosts": hosts}}}
        assert [f.item for f in findings(text(changes))] == refused
    assert [f.item for f in findings(text(his))] == ["7.3.1.2-a", "6.1.1-c"]


@pytest.mark.item("7.3.1.2-a")
def test_whole_processors_are_shared_out_evenly_over_numa_nodes() -> None:
    """17 vCPUs fit no single node of 16 cores, and no even number of nodes."""
    (finding,) = findings(text({"workloads/his/size/vcpus": 17}))
    assert (finding.place.path, finding.item) == ("workloads.his.size.vcpus", "7.3.1.2-a")
    assert findings(text({"workloads/his/size/vcpus": 18})) == ()


@pytest.mark.item("6.1.1-c")
@pytest.mark.parametrize(
    ("field", "value", "item"),
    [("cores", 31, "6.1.1-c"), ("memory_gib", 512, "6.1.1-c"), ("numa_nodes", 3, "7.3.1.2-a")],
)
def test_each_generation_is_a_good_host(field: str, value: int, item: str) -> None:
    (finding,) = findings(text({**BASE, "pools/core/models": {"new": {**NEW, field: value}}}))
    assert (finding.place.path, finding.item) == (f"pools.core.models.new.{field}", item)


@pytest.mark.item("6.1.3-b", "7.1.1.4-c")
def test_pools_that_share_hosts_say_the_same_of_them() -> None:
    same = yaml.safe_load(SAMPLE)["pools"]["general"]
    shared = {"pools/second": {**same, "hosts": {"c1": 2, "c2": 2, "r1": 2}}}
    assert findings(text(shared)) == ()
    (finding,) = findings(text({"pools/second": {**same, "hosts": {"c1": 2, "c2": 2, "r1": 3}}}))
    assert (finding.place.path, finding.item) == ("pools.second.trait", "7.1.1.4-c")


@pytest.mark.item("7.5.1-b", "7.3.1.2-a")
def test_flavors_ask_for_the_baseline_and_for_nodes_that_most_hosts_have() -> None:
    his = {"workloads/his/size/vcpus": 32, "workloads/his/size/memory_gib": 256}
    region = parse(text({**BASE, **his, "pools/core/models": {"new": NEW}}), "region.yaml")
    plan = derive(region, allocate(region, Lock()))
    for centre, hosts, nodes in (("c1", 4, "2"), ("r1", 2, "2")):
        pool = plan.centre(centre).pools[0]
        assert (pool.hosts, pool.cores, pool.memory_gib, pool.baseline) == (hosts, 64, 1024, "Dhyana")
        flavor = next(f for f in pool.flavors if f.vcpus == 32)
        assert flavor.extra_specs["trait:CUSTOM_CPU_DHYANA"] == "required"
        assert flavor.extra_specs["hw:numa_nodes"] == nodes
    assert [(m.id, m.hosts, m.cores) for m in plan.centre("c1").pools[0].models] == [
        ("", 2, 64),
        ("new", 2, 128),
    ]
    assert [m.id for m in plan.centre("r1").pools[0].models] == [""]
