"""Instances get no more accelerators than the hosts of their pool have (6.1.1-b)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.model.seats import seated
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("6.1.1-b")
def accelerators(region: Region) -> Iterator[Problem]:
    """Instances with more accelerators than a host of their pool has, or than are left in a centre."""
    taken: Counter[tuple[str, str]] = Counter()
    for key, workload in region.workloads.items():
        pool, wanted = region.pools.get(workload.pool), workload.size.gpus or 0
        if pool is None or not wanted:
            continue
        have = pool.gpu.per_host if pool.gpu else 0
        for centre, count in seated(region, key).items():
            before, total = taken[workload.pool, centre], have * pool.own(centre).count
            taken[workload.pool, centre] = after = before + wanted * count
            if wanted <= have and after <= total:
                continue
            most = max(0, min(have, (total - before) // count))
            yield Problem(
                ("workloads", key, "size", "gpus"),
                Text(
                    f"资源池 {workload.pool} 每台主机有 {have} 块加速卡，中心 {centre} 共 {total} 块，"
                    f"此业务每台 {wanted} 块，至此共需 {after} 块",
                    f"pool {workload.pool} has {have} accelerators a host and {total} in centre "
                    f"{centre}; this workload takes {wanted} an instance, {after} with those before it",
                ),
                Text(
                    f"{f'写 {most} 或更小' if most else '删去 gpus'}，"
                    f"或补全 pools.{workload.pool}.gpu 与 hosts",
                    f"{f'write {most} or less' if most else 'remove gpus'}, "
                    f"or extend pools.{workload.pool}.gpu and hosts",
                ),
                "6.1.1-b",
            )
            break  # one cause, said of the first centre
