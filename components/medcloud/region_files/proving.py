"""Whether a region's evidence lets it go up (mandatory mode, docs/evidence.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

from medcloud.evidence import Store, missing
from medcloud.region_files.facts import facts_of
from medcloud.region_files.waiving import read_region
from medcloud.text import Finding

Mode = Literal["off", "report", "demo", "mandatory"]
MODES: tuple[Mode, ...] = get_args(Mode)
"""``demo`` is mandatory mode in which records count that say they are for a demonstration."""


def lacking(region_file: Path, today: date, *, demo: bool = False) -> tuple[Finding, ...]:
    """What mandatory mode refuses `up` for; the evidence folder lies beside the region file.

    RegionUnreadable or RegionRefused when the region file itself is not good.
    """
    return missing(
        facts_of(read_region(region_file)), Store(region_file.parent / "evidence"), today, demo=demo
    )
