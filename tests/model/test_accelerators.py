"""Accelerators: as many as the hosts of the pool have, each for one instance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.model import load, parse
from medcloud.plan import Lock, allocate, derive
from tests.model.sample import SAMPLE, findings
from tests.support.promised import refusals

GPU = {"alias": "a2", "per_host": 4}


def text(gpu: Any = None, **wanted: int) -> str:
    """The sample with accelerators in its general pool (two hosts), and workloads that want some."""
    data = yaml.safe_load(SAMPLE)
    if gpu:
        data["pools"]["general"]["gpu"] = gpu
    for workload, count in wanted.items():
        data["workloads"][workload]["size"]["gpus"] = count
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.item("6.1.1-b")
@pytest.mark.parametrize(
    ("gpu", "wanted", "refused"),
    [
        (GPU, {"ai": 4}, []),
        (GPU, {"ai": 4, "archive": 4}, []),
        (None, {"ai": 1}, ["workloads.ai.size.gpus"]),
        (GPU, {"ai": 5}, ["workloads.ai.size.gpus"]),
        (GPU | {"per_host": 2}, {"archive": 2, "ai": 2}, []),
        (GPU | {"per_host": 2}, {"lis": 2, "ai": 1}, ["workloads.ai.size.gpus"]),
        (GPU | {"per_host": 2}, {"his": 1}, ["workloads.his.size.gpus"]),
    ],
)
def test_no_more_than_there_are(gpu: Any, wanted: dict[str, int], refused: list[str]) -> None:
    found = findings(text(gpu, **wanted))
    assert [finding.place.path for finding in found] == refused
    assert {finding.item for finding in found} <= {"6.1.1-b"}


@pytest.mark.item("6.1.1-b")
def test_they_are_counted_in_each_centre() -> None:
    """archive is on standby with one instance, as it is at home; the standby's one host has two."""
    data = yaml.safe_load(text(GPU | {"per_host": 2}, archive=2))
    data["pools"]["general"]["hosts"] = {"c1": 2, "c2": 2, "r1": 1}
    assert findings(yaml.safe_dump(data, sort_keys=False)) == ()
    data["workloads"]["lis"]["size"]["gpus"] = 1
    (finding,) = findings(yaml.safe_dump(data, sort_keys=False))
    assert finding.place.path == "workloads.archive.size.gpus"
    assert "r1" in finding.message.en


@pytest.mark.parametrize("alias", ["", "two words", "a:1", "-a"])
def test_an_alias_that_nova_could_not_have(alias: str) -> None:
    assert {f.place.path for f in findings(text(GPU | {"alias": alias}))} == {"pools.general.gpu.alias"}


KINDS = {"npu": {"alias": "ascend", "per_host": 4}, "share": {"resource": "VGPU", "per_host": 8}}


def several(wanted: Any, kinds: Any = None, **pool: Any) -> str:
    """The sample with accelerators of several kinds in its general pool, of which its AI wants some."""
    data = yaml.safe_load(text())
    data["pools"]["general"] |= {"accelerators": kinds or KINDS, **pool}
    data["workloads"]["ai"]["size"]["accelerators"] = wanted
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.item("6.1.1-b")
@pytest.mark.parametrize(
    ("wanted", "kinds", "place"),
    [
        ({"npu": 5}, None, "workloads.ai.size.accelerators.npu"),
        ({"share": 9}, None, "workloads.ai.size.accelerators.share"),
        ({"tpu": 1}, None, "workloads.ai.size.accelerators.tpu"),
        ({"npu": 1}, {**KINDS, "twin": {"alias": "ascend"}}, "pools.general.accelerators.twin"),
        ({}, {"npu": {"per_host": 4}}, "pools.general.accelerators.npu"),
        ({}, {"npu": {"alias": "a", "resource": "VGPU"}}, "pools.general.accelerators.npu"),
        ({}, {"npu": {"resource": "vgpu"}}, "pools.general.accelerators.npu.resource"),
        ({}, {"gpu": {"alias": "a"}}, "pools.general.accelerators.gpu"),
    ],
)
def test_several_kinds_are_counted_each(wanted: Any, kinds: Any, place: str) -> None:
    assert [f.place.path for f in findings(several(wanted, kinds))] == [place]
    assert findings(several({"npu": 4, "share": 8})) == ()


@pytest.mark.item("6.1.1-b")
def test_a_generation_has_its_own() -> None:
    model = {"hosts": 1, "cores": 64, "memory_gib": 1024, "storage_gbps": 25}
    both = {"models": {"new": {**model, "accelerators": {"npu": 8}}}, "baseline": "max"}
    assert findings(several({"npu": 8}, **both)) == ()
    (finding,) = findings(several({"npu": 9}, **both))
    assert finding.place.path == "workloads.ai.size.accelerators.npu"
    other = {"models": {"new": {**model, "accelerators": {"tpu": 8}}}, "baseline": "max"}
    (finding,) = findings(several({"npu": 1}, **other))
    assert finding.place.path == "pools.general.models.new.accelerators.tpu"


@pytest.mark.item("6.1.1-b")
def test_a_flavor_asks_for_each_kind_and_passes_the_pack(tmp_path: Path) -> None:
    source = several({"npu": 2, "share": 1})
    region = parse(source, "region.yaml")
    pool = derive(region, allocate(region, Lock())).centre("c1").pools[1]
    specs = next(
        f.extra_specs for f in pool.flavors if f.name.startswith("panyu-c1-general-8x32x2npux1share")
    )
    assert specs["pci_passthrough:alias"] == "ascend:2"
    assert specs["resources:VGPU"] == "1"
    assert specs["hw:cpu_policy"] == "dedicated"
    assert refusals(yaml.safe_load(source), tmp_path) == []


def test_the_example_of_pools_is_good_and_passes_the_pack(tmp_path: Path) -> None:
    file = Path("examples/pools/region.yaml")
    load(file)
    assert refusals(yaml.safe_load(file.read_text(encoding="utf-8")), tmp_path) == []
