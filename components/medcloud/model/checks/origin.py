"""Where processors come from (7.1.1.2-a, docs/interpretation.md)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.levels import guarded
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_OWN = "loongarch64"
_FOREIGN = "x86_64"
_DOMESTIC = ("c86", "arm64", "loongarch64")


@decides("7.1.1.2-a")
def origin(region: Region) -> Iterator[Problem]:
    """Workloads on an instruction set of foreign origin, where the stricter reading bans them (7.1.1.2-a)."""
    if "own_instruction_sets_only" not in region.interpretation:
        return
    used = {workload.pool for workload in region.workloads.values()}
    for key, pool in region.pools.items():
        if key in used and pool.isa != _OWN:
            yield Problem(
                ("pools", key, "isa"),
                Text(
                    f"{pool.isa} 不是自主指令集，而 interpretation 只许自主指令集承载业务",
                    f"{pool.isa} is not of domestic origin, "
                    f"and interpretation lets only such carry workloads",
                ),
                Text(
                    f"写 {_OWN}，或从 interpretation 删去 own_instruction_sets_only",
                    f"write {_OWN}, or take own_instruction_sets_only out of interpretation",
                ),
                "7.1.1.2-a",
            )


@decides("7.1.1.2-a")
def foreign(region: Region) -> Iterator[Problem]:
    """Pools of x86_64, so of a foreign maker's processors, that carry data of level 3 and above."""
    if "own_instruction_sets_only" in region.interpretation:
        return
    for key, pool in region.pools.items():
        levels = [w.level for w in region.workloads.values() if w.pool == key]
        highest = max(levels, default=0)
        if pool.isa == _FOREIGN and highest and guarded(highest):
            yield Problem(
                ("pools", key, "isa"),
                Text(
                    f"x86_64 处理器来自境外厂商，不得承载 {highest} 级数据",
                    f"x86_64 processors are of foreign makers and carry no level {highest} data",
                ),
                Text(
                    f"国产处理器写 {'、'.join(_DOMESTIC)}，或把 3 级及以上业务移到国产资源池",
                    f"write {', '.join(_DOMESTIC)} for domestic processors, "
                    "or move workloads of level 3 and above to a domestic pool",
                ),
                "7.1.1.2-a",
            )
