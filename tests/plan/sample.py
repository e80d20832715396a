"""The sample region for tests, and its golden plan.

Run ``python -m tests.plan.sample`` to write the golden plan anew after a change that is meant.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from medcloud.model import Region, load, parse
from medcloud.plan import Lock, allocate, derive, to_json
from medcloud.plan.compute import PlacementPlan
from medcloud.plan.lock import parse as parse_lock
from medcloud.plan.region import RegionPlan

ROOT = Path(__file__).parents[2]
FILE = ROOT / "examples" / "panyu" / "region.yaml"
LOCK_FILE = FILE.with_name("region.lock.yaml")
GOLDEN = Path(__file__).with_name("golden") / "panyu.json"


@cache
def region() -> Region:
    """The sample as it is."""
    return load(FILE)


def lock() -> Lock:
    """Its lock as it is committed."""
    return parse_lock(LOCK_FILE.read_text(encoding="utf-8"), str(LOCK_FILE))


def edited(*changes: tuple[str, str]) -> Region:
    """The sample with pieces of its text replaced; each must be there."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return parse(text, "region.yaml")


def plan(made_from: Region | None = None) -> RegionPlan:
    """The plan of a region, by numbers given out afresh."""
    found = made_from or region()
    return derive(found, allocate(found, None))


def placement(found: RegionPlan, workload: str, centre: str) -> PlacementPlan:
    """One workload in one centre."""
    placed = next(w for w in found.workloads if w.id == workload).placements
    return next(p for p in placed if p.centre == centre)


def golden() -> str:
    """The text of the golden plan."""
    return json.dumps(to_json(derive(region(), lock())), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    GOLDEN.write_text(golden(), encoding="utf-8")
