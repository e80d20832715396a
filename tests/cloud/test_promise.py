"""What `check` calls good is planned, made of components, and refused by no rule of the pack."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support import campaign
from tests.support.generate_region import good_region
from tests.support.promised import refusals

BATCHES = campaign.count(1)
"""Of ten regions."""
SMALL, LARGE = 4, 14
"""Workloads at most: a large region is some 10,000 resources and a minute, so those are a campaign's."""


@pytest.mark.rounds
@pytest.mark.parametrize("number", range(10 * BATCHES))
def test_a_good_region_comes_up_past_the_pack(number: int, tmp_path: Path) -> None:
    seed = campaign.seed() + number
    rng = random.Random(seed)  # noqa: S311  # a seed that can be run again
    region = good_region(rng, LARGE if BATCHES > 1 else SMALL)
    assert refusals(region, tmp_path) == [], f"seed {seed}"
    campaign.note({"workloads": len(region["workloads"])})
