"""What the data level asks for (table C.1, 7.2.1-b)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from medcloud.model import Region
from medcloud.plan.protection import Protection
from medcloud.standard import level
from medcloud.standard.decides import decides


@decides("7.2.1-b")
def protection(region: Region, workload: str) -> Protection:
    """What a workload's data level asks for in this region, which may read 7.2.1-b strictly."""
    found = row(region.workloads[workload].level)
    return replace(found, encrypted=True) if "encrypt_every_level" in region.interpretation else found


@lru_cache(maxsize=8)
@decides("C.2-a", "C.2-b", "C.2-c", "C.2-d", "C.2-e", "7.2.1-b")
def row(data_level: int) -> Protection:
    """The row of table C.1 for a data level (C.2-a, -b, -c, -d, -e; 7.2.1-b)."""
    found = level(data_level)
    return Protection(
        level=data_level,
        rpo_seconds=found.rpo_seconds,
        rto_seconds=found.rto_seconds,
        cipher=found.cipher,
        encrypted=found.volume_encryption == "required",
        access=found.access,
    )
