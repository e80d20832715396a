"""Whole processors that workloads get are there (7.3.1.2-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._room import short
from medcloud.model.dedicated import dedicated
from medcloud.model.region import Region
from medcloud.model.workload import Workload
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.3.1.2-a", "6.1.1-c")
def cores(region: Region) -> Iterator[Problem]:
    """Pools whose workloads together need more whole processors than a centre's hosts have cores."""
    for found in short(region, _whole, lambda hosts: hosts.cores):
        yield Problem(
            found.place,
            Text(
                f"业务共需独占 {found.need} 核，中心 {found.centre} 只有 {found.have} 核",
                f"workloads need {found.need} cores of their own, and centre {found.centre} has {found.have}",
            ),
            found.remedy,
            "7.3.1.2-a",
        )


def _whole(workload: Workload) -> int:
    return workload.size.vcpus if dedicated(workload) else 0
