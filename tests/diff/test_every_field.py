"""Whatever field of the region file comes to another plan, the diff tells of it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.plan.region import RegionPlan
from tests.model.field_changes import CHANGES, put
from tests.model.sample import SAMPLE
from tests.plan import sample

KEPT = {name: change for name, change in CHANGES.items() if not change.refused}


def _plan(data: Any, lock: Lock) -> RegionPlan:
    region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    return derive(region, allocate(region, lock))


@pytest.mark.parametrize("name", KEPT)
def test_a_change_of_it_is_told(name: str) -> None:
    change = KEPT[name]
    data = yaml.safe_load(SAMPLE)
    for path, value in change.given.items():
        put(data, path, value)
    lock = Lock() if change.new else sample.lock()
    before = _plan(data, lock)
    put(data, change.path, change.value)
    after = _plan(data, lock)
    assert after != before
    assert compare(before, after), name
