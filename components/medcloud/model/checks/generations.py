"""Hosts by centre and by generation (6.1.1-c, 7.5.1-b)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@decides("7.5.1-b")
def baseline(region: Region) -> Iterator[Problem]:
    """Pools of several generations without a CPU model that all of them offer.

    What was started on a newer host could not move to an older one.
    """
    for key, pool in region.pools.items():
        if pool.models and pool.baseline is None:
            yield Problem(
                ("pools", key, "models"),
                Text(
                    f"资源池 {key} 有多代主机而没有共同的 CPU 基线，业务不能在各代之间热迁移",
                    f"pool {key} has several generations of hosts and no CPU model common to them: "
                    "instances cannot move live between them",
                ),
                Text(
                    "写 baseline: 各代主机都有的 CPU 型号（virsh hypervisor-cpu-baseline 可得），如 Dhyana",
                    "write baseline: a CPU model that all of them have "
                    "(virsh hypervisor-cpu-baseline tells it), e.g. Dhyana",
                ),
                "7.5.1-b",
            )


@decides("6.1.1-c")
def counted(region: Region) -> Iterator[Problem]:
    """Hosts in centres that are not the pool's, and centres of a pool that have none."""
    for key, pool in region.pools.items():
        places: dict[Loc, object] = {("pools", key): pool.hosts}
        places |= {("pools", key, "models", name): model.hosts for name, model in pool.models.items()}
        for loc, hosts in places.items():
            for centre in hosts if isinstance(hosts, Mapping) else ():
                if centre in region.centres and centre not in pool.centres:
                    yield Problem(
                        (*loc, "hosts", centre),
                        Text(f"资源池 {key} 不在中心 {centre}", f"pool {key} is not in centre {centre}"),
                        Text(
                            f"删去，或把 {centre} 加入 pools.{key}.centres",
                            f"remove it, or add {centre} to pools.{key}.centres",
                        ),
                        of_key=True,
                    )
        named = {centre for hosts in places.values() if isinstance(hosts, Mapping) for centre in hosts}
        empty = [c for c in pool.centres if c in region.centres and not pool.standing(c)]
        if empty and named <= {*region.centres}:
            lines = ", ".join(f"{centre}: 2" for centre in empty)
            yield Problem(
                ("pools", key, "hosts"),
                Text(
                    f"资源池 {key} 在中心 {'、'.join(empty)} 没有主机",
                    f"pool {key} has no hosts in {', '.join(empty)}",
                ),
                Text(
                    f"写明台数，如 {lines}，或从 pools.{key}.centres 删去",
                    f"write how many, e.g. {lines}, or take it out of pools.{key}.centres",
                ),
                "6.1.1-c",
            )
