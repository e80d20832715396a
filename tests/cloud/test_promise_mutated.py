"""Whatever is done to a good file: it is refused in words, or can be planned and comes up past the pack."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from medcloud.model import Region, RegionError
from medcloud.plan import Lock, allocate, derive
from medcloud.region_files import checked
from tests.support import campaign
from tests.support.generate_region import Data, good_region
from tests.support.mutate_region import mutated
from tests.support.promised import refusals_of

BATCHES = campaign.count(1)
"""Of a hundred files."""
DEPLOYED = 2
"""Of those that are good still, in a batch: each is a program of its own."""


@pytest.mark.rounds
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_mutated_region_is_refused_in_words_or_comes_up(batch: int, tmp_path: Path) -> None:
    for image in ("cloud.img", "own.img"):
        (tmp_path / "images" / image).parent.mkdir(exist_ok=True)
        (tmp_path / "images" / image).touch()
    first = campaign.seed() + batch * 100
    good = 0
    for seed in range(first, first + 100):
        rng = random.Random(seed)  # noqa: S311  # a seed that can be run again
        region = _region(mutated(rng, good_region(rng, 4)), tmp_path, seed)
        if region is not None:
            good += 1
            plan = derive(region, allocate(region, Lock()))
            assert good > DEPLOYED or refusals_of(plan, tmp_path) == [], f"seed {seed}"
    campaign.note({"files": 100, "good": good})


def _region(data: Data, folder: Path, seed: int) -> Region | None:
    """The region of a file; None where it is refused, which it is with words and places."""
    file = folder / "region.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    try:
        return checked(file)
    except RegionError as error:
        assert error.findings, f"seed {seed}"
        for finding in error.findings:
            assert finding.place.line >= 1, (seed, finding)
            assert all((*finding.message, *finding.remedy)), (seed, finding)
            assert all(line.isprintable() for line in finding.text), (seed, finding)
        return None
