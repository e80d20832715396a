"""Hosts carry what is placed on them, and can lose one (6.1.1-c, 7.3.1.2-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._room import short
from medcloud.model.dedicated import dedicated
from medcloud.model.hosts import HostModel
from medcloud.model.numa import holds, numa_nodes
from medcloud.model.pool import Pool
from medcloud.model.region import Region
from medcloud.model.seats import seated
from medcloud.model.workload import Size
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_GIB_A_TB = 10**12 / 2**30


@decides("6.1.1-c")
def memory(region: Region) -> Iterator[Problem]:
    """Hosts whose memory cannot reach what the standard asks for (6.1.1-c)."""
    figure = number("6.1.1-c", "memory_scale")
    for loc, model in _models(region):
        reach = max(model.memory_gib, model.memory_max_gib or 0)
        least = figure.to("TB") * _GIB_A_TB
        if reach < least:
            yield Problem(
                (*loc, "memory_gib"),
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
        elif model.memory_max_gib is not None and model.memory_max_gib < model.memory_gib:
            yield Problem(
                (*loc, "memory_max_gib"),
                Text(
                    f"可扩展至 {model.memory_max_gib} GiB，小于现有的 {model.memory_gib} GiB",
                    f"it extends to {model.memory_max_gib} GiB, less than the {model.memory_gib} GiB it has",
                ),
                Text(
                    f"写 {model.memory_gib} 或更大，或删去",
                    f"write {model.memory_gib} or more, or leave it out",
                ),
            )


@decides("7.3.1.2-a")
def numa(region: Region) -> Iterator[Problem]:
    """Cores that cannot be shared out evenly over the NUMA nodes (7.3.1.2-a)."""
    for loc, model in _models(region):
        if model.cores % model.numa_nodes:
            yield Problem(
                (*loc, "numa_nodes"),
                Text(
                    f"{model.cores} 核不能均分给 {model.numa_nodes} 个 NUMA 节点",
                    f"{model.cores} cores cannot be shared out evenly over {model.numa_nodes} NUMA nodes",
                ),
                Text(
                    "写能整除核数的节点数（lscpu 可查）",
                    "write a number of nodes that divides the cores (lscpu shows it)",
                ),
                "7.3.1.2-a",
            )


def _models(region: Region) -> Iterator[tuple[Loc, Pool | HostModel]]:
    """Every model of hosts with its place: a pool's own, and its further generations."""
    for key, pool in region.pools.items():
        yield ("pools", key), pool
        for name, model in pool.models.items():
            yield ("pools", key, "models", name), model


def fit(region: Region) -> Iterator[Problem]:
    """Instances that are larger than a host, or more than there are hosts to keep them apart.

    Each is said of the first centre where it is so.
    """
    for key, workload in region.workloads.items():
        if workload.pool not in region.pools:
            continue
        found: dict[str, Problem] = {}
        for centre, count in seated(region, key).items():
            for problem in _too_much(region, key, centre, count):
                found.setdefault(str(problem.loc[-1]), problem)
        yield from found.values()


@decides("6.1.1-c")
def capacity(region: Region) -> Iterator[Problem]:
    """Pools whose workloads together need more memory than a centre's hosts have."""
    for found in short(region, lambda w: w.size.memory_gib, lambda hosts: hosts.memory_gib):
        yield Problem(
            found.place,
            Text(
                f"业务共需内存 {found.need} GiB，中心 {found.centre} 只有 {found.have} GiB",
                f"workloads need {found.need} GiB of memory, and centre {found.centre} has {found.have} GiB",
            ),
            found.remedy,
            "6.1.1-c",
        )


def _too_much(region: Region, key: str, centre: str, count: int) -> Iterator[Problem]:
    """What of a workload the hosts of its pool in a centre are too few or too small for."""
    workload = region.workloads[key]
    pool, size = region.pools[workload.pool], workload.size
    hosts = pool.standing(centre)
    if not hosts:
        return  # which counted() says
    yield from _over(key, "vcpus", size.vcpus, max(h.cores for h in hosts), ("核（每台）", "cores a host"))
    memory = max(h.memory_gib for h in hosts)
    yield from _over(key, "memory_gib", size.memory_gib, memory, ("GiB（每台）", "GiB a host"))
    large = [h for h in hosts if h.cores >= size.vcpus and h.memory_gib >= size.memory_gib]
    if large and dedicated(workload):
        nodes = numa_nodes(large, size.vcpus, size.memory_gib)
        large = [h for h in large if holds(h, nodes, size.vcpus, size.memory_gib)]
        if not large:
            yield from _uneven(key, size)
    unit = ("台主机", "hosts")
    if pool.differs:
        unit = (f"台够大的主机（中心 {centre}）", f"hosts in centre {centre} that are large enough")
    yield from _over(key, "instances", count, sum(h.count for h in large or hosts), unit)


@decides("7.3.1.2-a")
def _uneven(key: str, size: Size) -> Iterator[Problem]:
    """What no number of NUMA nodes holds in even parts; nova asks for these."""
    yield Problem(
        ("workloads", key, "size", "vcpus"),
        Text(
            f"{size.vcpus} vCPU 与 {size.memory_gib} GiB 不能均分到主机的 NUMA 节点上",
            f"{size.vcpus} vCPUs and {size.memory_gib} GiB cannot be shared out evenly "
            "over NUMA nodes of a host",
        ),
        Text(
            "把两者写成 2 的幂，如 32 与 128，或写小，使一个节点放得下",
            "write powers of two for both, e.g. 32 and 128, or so little that one node holds it",
        ),
        "7.3.1.2-a",
    )


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
