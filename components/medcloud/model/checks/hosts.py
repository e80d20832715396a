"""Hosts carry what is placed on them, and can lose one (6.1.1-c, 7.3.1.2-a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model.pool import Pool
from medcloud.model.region import Region
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_GIB_A_TB = 10**12 / 2**30


@decides("6.1.1-c")
def memory(region: Region) -> Iterator[Problem]:
    """Hosts whose memory cannot reach what the standard asks for (6.1.1-c)."""
    figure = number("6.1.1-c", "memory_scale")
    for key, pool in region.pools.items():
        reach = max(pool.memory_gib, pool.memory_max_gib or 0)
        least = figure.to("TB") * _GIB_A_TB
        if reach < least:
            yield Problem(
                ("pools", key, "memory_gib"),
                Text(
                    f"内存至多 {reach} GiB，应可扩展至{figure.text_zh}",
                    f"memory reaches {reach} GiB; it must extend to {figure.text_en}",
                ),
                Text(
                    f"写 {int(least) + 1} 或更大；若可扩展，写 memory_max_gib",
                    f"write {int(least) + 1} or more, or memory_max_gib where it can be extended",
                ),
                "6.1.1-c",
            )
        elif pool.memory_max_gib is not None and pool.memory_max_gib < pool.memory_gib:
            yield Problem(
                ("pools", key, "memory_max_gib"),
                Text(
                    f"可扩展至 {pool.memory_max_gib} GiB，小于现有的 {pool.memory_gib} GiB",
                    f"it extends to {pool.memory_max_gib} GiB, less than the {pool.memory_gib} GiB it has",
                ),
                Text(
                    f"写 {pool.memory_gib} 或更大，或删去",
                    f"write {pool.memory_gib} or more, or leave it out",
                ),
            )


@decides("7.3.1.2-a")
def numa(region: Region) -> Iterator[Problem]:
    """Cores that cannot be shared out evenly over the NUMA nodes (7.3.1.2-a)."""
    for key, pool in region.pools.items():
        if pool.cores % pool.numa_nodes:
            yield Problem(
                ("pools", key, "numa_nodes"),
                Text(
                    f"{pool.cores} 核不能均分给 {pool.numa_nodes} 个 NUMA 节点",
                    f"{pool.cores} cores cannot be shared out evenly over {pool.numa_nodes} NUMA nodes",
                ),
                Text(
                    "写能整除核数的节点数（lscpu 可查）",
                    "write a number of nodes that divides the cores (lscpu shows it)",
                ),
                "7.3.1.2-a",
            )


def fit(region: Region) -> Iterator[Problem]:
    """Instances that are larger than a host, or more than there are hosts to keep them apart."""
    for key, workload in region.workloads.items():
        pool = region.pools.get(workload.pool)
        if pool is None:
            continue
        size = workload.size
        yield from _over(key, "instances", size.instances, pool.hosts, ("台主机", "hosts"))
        yield from _over(key, "vcpus", size.vcpus, pool.cores, ("核（每台）", "cores a host"))
        yield from _over(key, "memory_gib", size.memory_gib, pool.memory_gib, ("GiB（每台）", "GiB a host"))


@decides("6.1.1-c")
def capacity(region: Region) -> Iterator[Problem]:
    """Pools whose workloads together need more memory than a centre's hosts have."""
    need: Counter[str] = Counter()
    for workload in region.workloads.values():
        need[workload.pool] += workload.size.instances * workload.size.memory_gib
    for key, pool in region.pools.items():
        if need[key] > _memory(pool):
            hosts = -(-need[key] // pool.memory_gib)
            yield Problem(
                ("pools", key, "hosts"),
                Text(
                    f"业务共需内存 {need[key]} GiB，每个中心只有 {_memory(pool)} GiB",
                    f"workloads need {need[key]} GiB of memory, and a centre has {_memory(pool)} GiB",
                ),
                Text(
                    f"写 {hosts} 或更多，或把业务移到别的资源池",
                    f"write {hosts} or more, or move workloads to another pool",
                ),
                "6.1.1-c",
            )


def _memory(pool: Pool) -> int:
    return pool.hosts * pool.memory_gib


@decides("7.3.2.3-a", "6.1.1-c")
def _over(workload: str, field: str, need: int, have: int, unit: tuple[str, str]) -> Iterator[Problem]:
    if need > have:
        apart = field == "instances"
        yield Problem(
            ("workloads", workload, "size", field),
            Text(
                f"{need} 超过资源池的 {have} {unit[0]}" + ("，无法分散部署" if apart else ""),
                f"{need} is more than the pool's {have} {unit[1]}"
                + (", so they cannot be apart" if apart else ""),
            ),
            Text(f"写 {have} 或更小，或换资源池", f"write {have} or less, or choose another pool"),
            "7.3.2.3-a" if apart else "6.1.1-c",
        )
