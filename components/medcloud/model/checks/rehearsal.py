"""A test or a drill has no data above level 2: real ones stay out, others have been masked (C.3-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import HIGHEST_TESTED, Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("C.3-c")
def rehearsal(region: Region) -> Iterator[Problem]:
    """Workloads of a test with data above the level; masked or made up they are not."""
    if region.data is None:
        return
    for key, workload in region.workloads.items():
        if workload.level > HIGHEST_TESTED:
            yield Problem(
                ("workloads", key, "level"),
                Text(
                    f"测试或演练不得使用 {workload.level} 级数据（data: {region.data}）",
                    f"a test or a drill has no data of level {workload.level} (data: {region.data})",
                ),
                Text(
                    f"先脱敏或编造，写 data: masked 或 made-up，级别写 {HIGHEST_TESTED}",
                    f"mask them or make them up, write data: masked or made-up, and level {HIGHEST_TESTED}",
                ),
                "C.3-c",
            )
