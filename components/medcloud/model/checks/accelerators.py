"""Instances get no more accelerators than the hosts of their pool have (6.1.1-b)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("6.1.1-b")
def accelerators(region: Region) -> Iterator[Problem]:
    """Instances with more accelerators than a host of their pool has, or than are left in a centre."""
    taken: Counter[str] = Counter()
    for key, workload in region.workloads.items():
        pool, wanted = region.pools.get(workload.pool), workload.size.gpus or 0
        if pool is None or not wanted:
            continue
        have = pool.gpu.per_host if pool.gpu else 0
        taken[workload.pool] += wanted * workload.size.instances
        total = have * pool.hosts
        before = taken[workload.pool] - wanted * workload.size.instances
        most = max(0, min(have, (total - before) // workload.size.instances))
        if wanted > have or taken[workload.pool] > total:
            yield Problem(
                ("workloads", key, "size", "gpus"),
                Text(
                    f"资源池 {workload.pool} 每台主机有 {have} 块加速卡，每个中心共 {total} 块，"
                    f"此业务每台 {wanted} 块，至此共需 {taken[workload.pool]} 块",
                    f"pool {workload.pool} has {have} accelerators a host and {total} a centre; "
                    f"this workload takes {wanted} an instance, {taken[workload.pool]} with those before it",
                ),
                Text(
                    f"{f'写 {most} 或更小' if most else '删去 gpus'}，"
                    f"或补全 pools.{workload.pool}.gpu 与 hosts",
                    f"{f'write {most} or less' if most else 'remove gpus'}, "
                    f"or extend pools.{workload.pool}.gpu and hosts",
                ),
                "6.1.1-b",
            )
