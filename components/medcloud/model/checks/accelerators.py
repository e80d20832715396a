"""Instances get no more accelerators than the hosts of their pool have, kind by kind (6.1.1-b)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from medcloud.model.hosts import GPU
from medcloud.model.region import Region
from medcloud.model.seats import seated
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def accelerators(region: Region) -> Iterator[Problem]:
    """Instances with more of a kind than a host of their pool has, or than are left in a centre."""
    taken: Counter[tuple[str, str, str]] = Counter()
    for key, workload in region.running.items():
        id_, wanted = workload.pool, workload.size.wanted
        for kind, count in wanted.items() if id_ in region.pools else ():
            for centre, instances in seated(region, key).items():
                hosts = region.pools[id_].standing(centre)
                have = max((h.accelerators.get(kind, 0) for h in hosts), default=0)
                total = sum(h.count * h.accelerators.get(kind, 0) for h in hosts)
                before = taken[id_, centre, kind]
                taken[id_, centre, kind] = after = before + count * instances
                if count <= have and after <= total:
                    continue
                most = max(0, min(have, (total - before) // instances))
                yield from _too_many(key, id_, kind, most, _Room(centre, have, total, count, after))
                break  # one cause, said of the first centre


class _Room(NamedTuple):
    """What a centre has of a kind, and what is wanted."""

    centre: str
    a_host: int
    all_hosts: int
    an_instance: int
    all_wanted: int


@decides("6.1.1-b")
def _too_many(key: str, pool: str, kind: str, most: int, room: _Room) -> Iterator[Problem]:
    place = ("gpus",) if kind == GPU else ("accelerators", kind)
    field = f"pools.{pool}.gpu" if kind == GPU else f"pools.{pool}.accelerators.{kind}"
    yield Problem(
        ("workloads", key, "size", *place),
        Text(
            f"资源池 {pool} 每台主机有 {room.a_host} 块加速卡（{kind}），中心 {room.centre} 共 "
            f"{room.all_hosts} 块，此业务每台 {room.an_instance} 块，至此共需 {room.all_wanted} 块",
            f"pool {pool} has {room.a_host} accelerators ({kind}) a host and {room.all_hosts} in centre "
            f"{room.centre}; this workload takes {room.an_instance} an instance, {room.all_wanted} with "
            "those before it",
        ),
        Text(
            f"{f'写 {most} 或更小' if most else f'删去 {place[-1]}'}，或补全 {field} 与 hosts",
            f"{f'write {most} or less' if most else f'remove {place[-1]}'}, or extend {field} and hosts",
        ),
        "6.1.1-b",
    )


@decides("6.1.1-b")
def kinds(region: Region) -> Iterator[Problem]:
    """Kinds that are one by their name in the cloud, and those of a generation that its pool has not."""
    for key, pool in region.pools.items():
        first: dict[str, str] = {}
        for kind, found in pool.kinds.items():
            named = found.alias or getattr(found, "resource", None) or ""
            if first.setdefault(named, kind) != kind:
                yield Problem(
                    ("pools", key, "accelerators", kind),
                    Text(f"{named} 已是 {first[named]}", f"{named} is {first[named]} already"),
                    Text("写另一名称，或合为一种", "write another name, or make one kind of them"),
                    "6.1.1-b",
                )
        for name, model in pool.models.items():
            for kind in model.accelerators:
                if kind not in pool.kinds:
                    yield Problem(
                        ("pools", key, "models", name, "accelerators", kind),
                        Text(f"资源池 {key} 没有加速卡 {kind}", f"pool {key} has no accelerators {kind}"),
                        Text(
                            f"在 pools.{key}.accelerators 写 {kind}: {{alias: 名称}}",
                            f"write {kind}: {{alias: name}} under pools.{key}.accelerators",
                        ),
                        "6.1.1-b",
                        of_key=True,
                    )
