"""Each kind of workload on a tier that suits it (7.3.2.2), each tier on a backend of its sort (7.3.2.5-a)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from medcloud.model.checks._systems import systems
from medcloud.model.checks._whole import needs_whole
from medcloud.model.kinds import KINDS
from medcloud.model.region import Region
from medcloud.model.storage import TierId
from medcloud.standard.decides import decides
from medcloud.standard.words import FAST_KINDS
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


class _Sort(NamedTuple):
    """A field of tiers that those on one backend have alike, by an item."""

    field: str
    item: str


_SORTS = (
    _Sort("backend", "7.3.2.5-a"),
    _Sort("media", "6.1.2-a"),
    _Sort("erasure", "7.3.2.3-b"),
    _Sort("sm4", "C.2-a"),
)


@decides("7.3.2.2-b", "7.3.2.2-c", "7.3.2.2-a", "7.3.2.2-d", "7.3.2.2-e")
def tiers(region: Region) -> Iterator[Problem]:
    """Workloads on a tier that the clause does not give their kind."""
    for key, workload in region.workloads.items():
        kind = KINDS[workload.kind]
        if workload.tier not in kind.tiers:
            yield Problem(
                ("workloads", key, "storage"),
                Text(
                    f"{kind.zh}（{workload.kind}）不宜用 {workload.tier} 存储层",
                    f"{workload.kind} ({kind.en}) does not belong on tier {workload.tier}",
                ),
                Text(
                    f"写 {' 或 '.join(kind.tiers)}，或删去此行",
                    f"write {' or '.join(kind.tiers)}, or leave the line out",
                ),
                kind.item,
            )


@decides("7.3.2.5-a", "6.1.2-a", "7.3.2.3-b", "C.2-a")
def backends(region: Region) -> Iterator[Problem]:
    """Centres where two tiers of different sorts would be on one backend."""
    tiers = region.storage.tiers()
    for key, centre in region.centres.items():
        first: dict[str, TierId] = {}
        for tier, name in centre.backends.items():
            other = tiers[first.setdefault(name, tier)]
            for sort in _SORTS:
                field = sort.field
                one, two = getattr(other, field) or "-", getattr(tiers[tier], field) or "-"
                if one != two:
                    yield Problem(
                        ("centres", key, "backends", tier),
                        Text(
                            f"后端 {name} 已供 {first[name]} 层，{field} 为 {one}，{tier} 层为 {two}",
                            f"backend {name} is tier {first[name]}'s, with {field} {one}; "
                            f"tier {tier} has {two}",
                        ),
                        Text(
                            f"另写一个后端，或改 storage.{tier}.{field}",
                            f"name another backend, or change storage.{tier}.{field}",
                        ),
                        sort.item,
                    )


@decides("7.3.2.5-a")
def named(region: Region) -> Iterator[Problem]:
    """Tiers in use that a centre with named backends names none for; their data could be anywhere."""
    tiers = region.storage.tiers()
    said: set[tuple[str, str]] = set()
    for key, workload in region.workloads.items():
        made = [tier for tier in workload.tiers if not (tiers[tier].type or tiers[tier].encrypted_type)]
        placed = region.centres_of(key) if workload.pool in region.pools else ()
        for centre, tier in product(placed, made):
            known = region.centres[centre].backends if centre in region.centres else {}
            if known and tier not in known and (centre, tier) not in said:
                said.add((centre, tier))
                yield Problem(
                    ("centres", centre, "backends"),
                    Text(
                        f"没有 {tier} 层的后端，而 {key} 的数据在此层",
                        f"no backend for tier {tier}, on which {key} has its data",
                    ),
                    Text(
                        f"加一行 {tier}: 后端名称，或删去 backends",
                        f"add {tier}: and its backend, or leave backends out",
                    ),
                    "7.3.2.5-a",
                )


@decides("7.3.2.2-a", "7.3.2.2-b")
def fast(region: Region) -> Iterator[Problem]:
    """Tiers on mechanical disks that databases, or core systems in use, need to be fast."""
    kinds = {
        tier: workload.kind
        for workload in region.workloads.values()
        for tier in workload.tiers
        if workload.kind in FAST_KINDS
    }
    for tier in ("database", "block"):
        if region.storage.tiers()[tier].media == "hdd" and (tier == "database" or tier in kinds):
            yield Problem(
                ("storage", tier, "media"),
                Text(f"{tier} 层须快，不得用机械盘", f"tier {tier} must be fast, not on mechanical disks"),
                Text("写 ssd 或删去此行", "write ssd, or leave the line out"),
                "7.3.2.2-a" if tier == "database" else "7.3.2.2-b",
            )


@decides("7.2.1-b")
def encrypted_types(region: Region) -> Iterator[Problem]:
    """Tiers whose plain and encrypted volumes would be of one type that exists."""
    for key, tier in region.storage.tiers().items():
        if tier.type is not None and tier.type == tier.encrypted_type:
            yield Problem(
                ("storage", key, "encrypted_type", "existing"),
                Text(
                    f"加密卷与普通卷用同一卷类型 {tier.type.existing}",
                    f"encrypted and plain volumes have the one type {tier.type.existing}",
                ),
                Text(
                    "写确已加密的卷类型；没有则删去 encrypted_type，由 medcloud 新建",
                    "write a type that encrypts, or leave encrypted_type out and medcloud makes one",
                ),
                "7.2.1-b",
            )


@needs_whole("images")
@decides("7.1.2.1-a")
def images(region: Region) -> Iterator[Problem]:
    """Pools and workloads for whose operating system there is no image."""
    said: set[str] = set()
    for loc, system, isa in systems(region):
        booted = system in region.images or f"{system}/{isa}" in region.images
        if not booted and system not in said:
            said.add(system)
            yield Problem(
                (*loc, "os"),
                Text(f"images 中没有 {system}", f"images has no {system}"),
                Text(
                    f"在 images 下写 {system}: {{file: 路径}} 或 {{existing: 名称}}",
                    f"write {system}: {{file: path}} or {{existing: name}} under images",
                ),
                "7.1.2.1-a",
            )
