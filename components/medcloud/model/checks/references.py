"""Every name that is referred to is there, and is referred to once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from medcloud.model.region import Region
from medcloud.model.workload import OUTSIDE, Workload
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


class Reference(NamedTuple):
    """A place that names an entry of a section."""

    loc: Loc
    name: str
    section: str


def references(region: Region, lost: frozenset[str]) -> Iterator[Problem]:
    """Names of nothing, in sections of which no part is missing."""
    for loc, name, section in _all(region):
        if name in getattr(region, section) or section in lost:
            continue
        known = [*getattr(region, section)]
        close = get_close_matches(name, known[:200], n=1)
        yield Problem(
            loc,
            Text(f"{section} 中没有 {name}", f"{section} has no {name}"),
            Text(
                f"写 {close[0]}" if close else f"写 {section} 中已有的一个：{_few(known)}",
                f"write {close[0]}" if close else f"write one of {section}: {_few(known)}",
            ),
        )


def repeats(region: Region) -> Iterator[Problem]:
    """Names that stand twice in one list."""
    for pool, entry in region.pools.items():
        yield from _twice(("pools", pool, "centres"), entry.centres)
    for domain, place in region.domains.items():
        yield from _twice(("domains", domain, "levels"), place.levels)
    for name, workload in region.workloads.items():
        yield from _twice(("workloads", name, "callers"), workload.callers)
        yield from _twice(("workloads", name, "depends_on"), workload.depends_on)
        yield from _twice(("workloads", name, "home"), workload.home)
        yield from _twice(("workloads", name, "standby"), workload.standby)


def _all(region: Region) -> Iterator[Reference]:
    for key, centre in region.centres.items():
        yield Reference(("centres", key, "site"), centre.site, "sites")
        for network in centre.networks:
            tenant, _, domain = network.rpartition("/")
            yield Reference(("centres", key, "networks", network), domain, "domains")
            if tenant:
                yield Reference(("centres", key, "networks", network), tenant, "tenants")
    for key, pool in region.pools.items():
        for index, name in enumerate(pool.centres):
            yield Reference(("pools", key, "centres", index), name, "centres")
    for key, workload in region.workloads.items():
        loc = ("workloads", key)
        yield Reference((*loc, "pool"), workload.pool, "pools")
        if workload.tenant is not None:
            yield Reference((*loc, "tenant"), workload.tenant, "tenants")
        if workload.domain is not None:
            yield Reference((*loc, "domain"), workload.domain, "domains")
        for index, name in enumerate(workload.callers):
            if name not in OUTSIDE:
                yield Reference((*loc, "callers", index), name, "workloads")
        for index, name in enumerate(workload.depends_on):
            yield Reference((*loc, "depends_on", index), name, "workloads")
        yield from _centres(workload, loc)


def _centres(workload: Workload, loc: Loc) -> Iterator[Reference]:
    """The centres that a workload names."""
    for field, centres in (("home", workload.home), ("standby", workload.standby)):
        for index, name in enumerate(centres):
            yield Reference((*loc, field, index), name, "centres")
    if workload.backup and workload.backup.place:
        yield Reference((*loc, "backup", "place"), workload.backup.place, "centres")


def _twice(loc: Loc, names: Iterable[object]) -> Iterator[Problem]:
    seen: set[object] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield Problem(
                (*loc, index), Text(f"{name} 重复", f"{name} is repeated"), Text("只写一次", "write it once")
            )
        seen.add(name)


def _few(known: list[str]) -> str:
    return ", ".join(known[:8]) + (" …" if len(known) > 8 else "") if known else "-"
