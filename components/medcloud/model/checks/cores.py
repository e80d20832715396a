"""Whole processors that workloads get are there (7.3.1.2-a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model.dedicated import dedicated
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.3.1.2-a", "6.1.1-c")
def cores(region: Region) -> Iterator[Problem]:
    """Pools whose workloads together need more whole processors than a centre's hosts have cores."""
    need: Counter[str] = Counter()
    for workload in region.workloads.values():
        if dedicated(workload):
            need[workload.pool] += workload.size.instances * workload.size.vcpus
    for key, pool in region.pools.items():
        have = pool.hosts * pool.cores
        if need[key] > have:
            hosts = -(-need[key] // pool.cores)
            yield Problem(
                ("pools", key, "hosts"),
                Text(
                    f"业务共需独占 {need[key]} 核，每个中心只有 {have} 核",
                    f"workloads need {need[key]} cores of their own, and a centre has {have}",
                ),
                Text(
                    f"写 {hosts} 或更多，或把业务移到别的资源池",
                    f"write {hosts} or more, or move workloads to another pool",
                ),
                "7.3.1.2-a",
            )
