"""Accelerators: as many as the hosts of the pool have, each for one instance."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.model.sample import SAMPLE, findings

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
