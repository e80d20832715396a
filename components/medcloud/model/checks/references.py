"""Every name that is referred to is there, and is referred to once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from medcloud.model.callers import ALL, OUTSIDE, is_selector, words
from medcloud.model.known import closest, few
from medcloud.model.region import Region
from medcloud.model.workload import Workload
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_SECTIONS = {"tenant": "tenants", "group": "groups", "domain": "domains"}
"""Where the ids of selectors stand; a kind is none of the file's."""


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
        close = closest(name, known)
        yield Problem(
            loc,
            Text(f"{section} 中没有 {name}", f"{section} has no {name}"),
            Text(
                f"写 {close}" if close else f"写 {section} 中已有的一个：{few(known)}",
                f"write {close}" if close else f"write one of {section}: {few(known)}",
            ),
        )


def repeats(region: Region) -> Iterator[Problem]:
    """Names that stand twice in one list."""
    for pool, entry in region.pools.items():
        yield from _twice(("pools", pool, "centres"), entry.centres)
    for domain, place in region.domains.items():
        yield from _twice(("domains", domain, "levels"), place.levels)
    for name, workload in region.workloads.items():
        for way, callers in workload.name_lists.items():
            yield from _twice(("workloads", name, *way), callers)
        yield from _twice(("workloads", name, "depends_on"), workload.depends_on)
        for field in ("centres", "home", "standby"):
            yield from _twice(("workloads", name, field), getattr(workload, field))
        yield from _twice(("workloads", name, "calls"), workload.calls)
    for group, tenants in region.groups.items():
        yield from _twice(("groups", group), tenants)


def _all(region: Region) -> Iterator[Reference]:
    for key, centre in region.centres.items():
        yield Reference(("centres", key, "site"), centre.site, "sites")
        for network in centre.networks:
            tenant, _, domain = network.rpartition("/")
            yield Reference(("centres", key, "networks", network), domain, "domains")
            if tenant:
                yield Reference(("centres", key, "networks", network), tenant, "tenants")
    for key, tenants in region.groups.items():
        for index, name in enumerate(tenants):
            yield Reference(("groups", key, index), name, "tenants")
    for key, pool in region.pools.items():
        for index, name in enumerate(pool.centres):
            yield Reference(("pools", key, "centres", index), name, "centres")
        yield from _counted(("pools", key, "hosts"), pool.hosts)
        for name, model in pool.models.items():
            yield from _counted(("pools", key, "models", name, "hosts"), model.hosts)
    for tier, storage in region.storage.tiers().items():
        for field in ("capacity", "stored", "growth"):
            yield from _counted(("storage", tier, field), getattr(storage, field))
    for key in region.workloads:
        yield from _of_workload(region, key)


def _counted(loc: Loc, said: object) -> Iterator[Reference]:
    """The centres by which hosts are counted, or storage is said."""
    for centre in said if isinstance(said, Mapping) else ():
        yield Reference((*loc, centre), centre, "centres")


def _of_workload(region: Region, key: str) -> Iterator[Reference]:
    workload, loc = region.workloads[key], ("workloads", key)
    yield Reference((*loc, "pool"), workload.pool, "pools")
    if workload.tenant is not None:
        yield Reference((*loc, "tenant"), workload.tenant, "tenants")
    if workload.domain is not None:
        yield Reference((*loc, "domain"), workload.domain, "domains")
    for place, callers in workload.name_lists.items():
        for index, name in enumerate(callers):
            yield from _caller(region, (*loc, *place, index), name)
    for index, name in enumerate(workload.calls):
        callee, _, port = name.partition("/")
        if not port or callee not in {*region.partners, *region.workloads}:  # else `offered` tells
            section = "partners" if port or callee in region.partners else "workloads"
            yield Reference((*loc, "calls", index), callee, section)
    for index, name in enumerate(workload.depends_on):
        yield Reference((*loc, "depends_on", index), name, "workloads")
    yield from _centres(workload, loc)


def _caller(region: Region, loc: Loc, name: str) -> Iterator[Reference]:
    if not is_selector(name):
        if name not in (*OUTSIDE, ALL) and name not in region.partners:
            yield Reference(loc, name, "workloads")
        return
    for word, id_ in words(name):
        if word in _SECTIONS:
            yield Reference(loc, id_, _SECTIONS[word])


def _centres(workload: Workload, loc: Loc) -> Iterator[Reference]:
    """The centres that a workload names."""
    for field in ("centres", "home", "standby"):
        for index, name in enumerate(getattr(workload, field)):
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
