"""The stricter reading of open clauses."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.model.interpretation import SETTINGS
from medcloud.plan import allocate, derive
from medcloud.standard import readings
from tests.model.sample import SAMPLE, findings


def strict(*settings: str) -> dict[str, Any]:
    return {**yaml.safe_load(SAMPLE), "interpretation": list(settings)}


def found(data: object) -> set[tuple[str, str]]:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return {(finding.place.path, finding.item or "") for finding in findings(text)}


def test_every_setting_is_one_of_the_catalogue() -> None:
    assert set(SETTINGS) <= {reading.setting for reading in readings()}


def test_an_unknown_setting_is_refused_with_the_known_ones() -> None:
    text = yaml.safe_dump(strict("biometrics_in_use"), allow_unicode=True)
    told = findings(text)
    assert [finding.place.path for finding in told] == ["interpretation[0]"]
    assert "encrypt_every_level" in told[0].remedy.en


@pytest.mark.item("7.2.1-b")
@pytest.mark.parametrize("settings", [(), ("encrypt_every_level",)])
def test_storage_is_encrypted_at_every_level(settings: tuple[str, ...]) -> None:
    region = parse(yaml.safe_dump(strict(*settings), allow_unicode=True), "region.yaml")
    plan = derive(region, allocate(region, None))
    bare = [w for w in plan.workloads if not w.protection.encrypted]
    volumes = [v for w in bare for p in w.placements for i in p.instances for v in i.volumes]
    assert bool(bare) is not bool(settings)
    assert not any(volume.encrypted for volume in volumes)
    tiers = [tier for centre in plan.centres for tier in centre.tiers]
    assert all(tier.encrypted for tier in tiers) is bool(settings)


@pytest.mark.item("A.1-b")
@pytest.mark.parametrize(("settings", "refused"), [((), False), (("private_from_level_3",), True)])
def test_level_3_stays_private(settings: tuple[str, ...], refused: bool) -> None:
    data = strict(*settings)
    workloads, domains = data["workloads"], data["domains"]
    outside = next(key for key, value in workloads.items() if value.get("exposure") == "public")
    workloads[outside]["level"] = 3
    for domain in domains.values():
        if domain.get("exposed"):
            domain["levels"] = sorted({*domain["levels"], 3})
    assert ((f"workloads.{outside}.exposure", "A.1-b") in found(data)) is refused


@pytest.mark.item("A.5-b")
@pytest.mark.parametrize(("settings", "refused"), [((), False), (("three_centres_for_every_level",), True)])
def test_every_level_is_in_three_centres(settings: tuple[str, ...], refused: bool) -> None:
    data = strict(*settings)
    narrow = {**data["pools"][data["workloads"]["lis"]["pool"]], "centres": ["c1"]}
    data["pools"]["narrow"] = narrow
    data["workloads"]["lis"].update(pool="narrow", level=3)
    assert (("workloads.lis.pool", "A.5-b") in found(data)) is refused


@pytest.mark.item("7.1.1.2-a")
def test_only_own_instruction_sets() -> None:
    refused = found(strict("own_instruction_sets_only")) - found(strict())
    data = yaml.safe_load(SAMPLE)
    used = {workload["pool"] for workload in data["workloads"].values()}
    foreign = {key for key, pool in data["pools"].items() if pool["isa"] != "loongarch64"}
    assert refused == {(f"pools.{key}.isa", "7.1.1.2-a") for key in used & foreign}
