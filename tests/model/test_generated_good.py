"""Good regions by the hundred, and none is refused; `make campaign NAME=good-regions` for thousands."""

import random

import pytest
import yaml

from medcloud.model import Region, parse
from tests.support import campaign
from tests.support.generate_region import good_region

BATCHES = campaign.count(2)
"""Of a hundred files."""


def _text(data: object, rng: random.Random) -> str:
    style = rng.choice((None, True, False))
    return str(
        yaml.safe_dump(data, allow_unicode=rng.random() < 0.7, sort_keys=False, default_flow_style=style)
    )


@pytest.mark.rounds
@pytest.mark.parametrize("batch", range(BATCHES))
def test_good_regions_are_accepted(batch: int) -> None:
    first = campaign.seed() + batch * 100
    for seed in range(first, first + 100):
        rng = random.Random(seed)  # noqa: S311  # a seed that can be run again
        data = good_region(rng)
        region = parse(_text(data, rng), f"seed-{seed}.yaml")
        assert isinstance(region, Region)
        assert list(region.workloads) == list(data["workloads"])
        for key in region.workloads:
            assert region.domain_of(key) in region.domains
            assert region.tenant_of(key) in region.tenants
    campaign.note({"files": 100})


def test_the_generator_reaches_every_field() -> None:
    rng = random.Random(0)  # noqa: S311
    seen = set[str]()
    for _ in range(300):
        _keys(good_region(rng), "", seen)
    wanted = {
        "networks.reserved", "networks.vni.segments", "identity.sessions", "tenants.*.project.existing",
        "centres.*.ipv4", "centres.*.networks.*.ipv4", "centres.*.admin", "pools.*.memory_max_gib",
        "pools.*.flavors.*.existing", "pools.*.trait",
        "networks.intranet", "images.*.existing", "images.*.file", "storage.archive.retention_years",
        "storage.block.encrypted_type.existing", "domains.*.exposed", "workloads.*.domain",
        "workloads.*.depends_on", "workloads.*.certificate.existing", "region.zone.existing",
    }  # fmt: skip
    assert wanted <= seen


def _keys(data: object, path: str, seen: set[str]) -> None:
    tables = {"sites", "tenants", "centres", "pools", "images", "domains", "workloads", "flavors", "networks"}
    if isinstance(data, dict):
        for key, value in data.items():
            table = path.rsplit(".", maxsplit=1)[-1] in tables and path != "networks"
            step = f"{path}.{'*' if table else key}".removeprefix(".")
            seen.add(step)
            _keys(value, step, seen)
