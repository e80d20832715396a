"""Each kind of workload on a tier that suits it (7.3.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds import KINDS
from ..problem import Problem
from ..region import Region


def tiers(region: Region) -> Iterator[Problem]:
    """Workloads on a tier that the clause does not give their kind."""
    for key, workload in region.workloads.items():
        kind = KINDS[workload.kind]
        if workload.tier not in kind.tiers:
            yield Problem(
                ("workloads", key, "storage"),
                f"{kind.zh}（{workload.kind}）不宜用 {workload.tier} 存储层",
                f"{workload.kind} ({kind.en}) does not belong on tier {workload.tier}",
                f"写 {' 或 '.join(kind.tiers)}，或删去此行",
                f"write {' or '.join(kind.tiers)}, or leave the line out",
                kind.item,
            )


def images(region: Region) -> Iterator[Problem]:
    """Pools for whose operating system there is no image."""
    for key, pool in region.pools.items():
        if pool.os not in region.images and f"{pool.os}/{pool.isa}" not in region.images:
            yield Problem(
                ("pools", key, "os"),
                f"images 中没有 {pool.os}",
                f"images has no {pool.os}",
                f"在 images 下写 {pool.os}: {{file: 路径}} 或 {{existing: 名称}}",
                f"write {pool.os}: {{file: path}} or {{existing: name}} under images",
                "7.1.2.1-a",
            )
