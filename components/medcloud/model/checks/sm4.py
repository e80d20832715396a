"""Data of the highest level lie where hardware encrypts them by SM4 (table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.model.room import tiers_of
from medcloud.standard import level
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

BY_HARDWARE = "sm4-hardware"
"""How table C.1 says it of a level."""


@decides("C.2-a")
def by_hardware(region: Region) -> Iterator[Problem]:
    """Tiers with such data that do not say so; each is said of the first workload."""
    said: set[str] = set()
    tiers = region.storage.tiers()
    for key, workload in region.workloads.items():
        row = level(workload.level)
        for tier in tiers_of(workload) if row.cipher == BY_HARDWARE else ():
            if tiers[tier].sm4 != "hardware" and tier not in said:
                said.add(tier)
                yield Problem(
                    ("storage", tier, "sm4") if tiers[tier].sm4 else ("workloads", key, "level"),
                    Text(
                        f"{key} 的 {workload.level} 级数据在 {tier} 层，须由硬件以 SM4 加密",
                        f"{key} has data of level {workload.level} on tier {tier}, "
                        "which hardware has to encrypt by SM4",
                    ),
                    Text(
                        f"存储以硬件 SM4 加密时写 storage.{tier}.sm4: hardware；否则把业务放到有此能力的层",
                        f"write storage.{tier}.sm4: hardware where its hardware does it, "
                        "or choose a tier that has it",
                    ),
                    row.item,
                )
