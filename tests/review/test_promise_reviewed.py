"""What `check` calls good is refused by no rule when the real engine previews it: a sample of the promise."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from medcloud.region_files import open_plan
from tests.support import campaign
from tests.support.engine_env import CHECKOUT, engine_env
from tests.support.generate_region import good_region
from tests.support.promised import deployed

pytestmark = [pytest.mark.engine, pytest.mark.rounds]
WORKLOADS = 3
"""At most: some hundreds of resources a region."""


@pytest.mark.parametrize("number", range(campaign.count(1)))
def test_a_good_region_passes_a_real_review(number: int, tmp_path: Path) -> None:
    seed = campaign.seed() + number
    rng = random.Random(seed)  # noqa: S311  # a seed that can be run again
    region = good_region(rng, WORKLOADS)
    while all(workload.get("retire") for workload in region["workloads"].values()):
        region = good_region(rng, WORKLOADS)
    file = tmp_path / "region.yaml"
    file.write_text(yaml.safe_dump(region, allow_unicode=True, sort_keys=False), "utf-8")
    plan = open_plan(file, write=True)
    made = [each for each in deployed(plan, tmp_path).made if not each.type.startswith("pulumi:")]
    command = [str(Path(sys.executable).with_name("medcloud")), "review", str(file)]
    done = subprocess.run(
        [*command, "--json", str(tmp_path / "review.json")],
        cwd=CHECKOUT,
        env=engine_env(tmp_path / "state"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), f"seed {seed}: {done.stdout}{done.stderr}"
    found = json.loads((tmp_path / "review.json").read_text("utf-8"))
    blocking = [(each["rule"], each["what"]["en"]) for each in found["findings"] if each["blocking"]]
    assert (found["exit"], blocking) == (0, []), f"seed {seed}"
    assert found["counts"]["create"] == len(made), f"seed {seed}: the engine was asked for something else"
    campaign.note({"resources": len(made)})
