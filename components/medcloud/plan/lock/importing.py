"""The numbers of another region's lock, for what stands in this region file now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_network

from medcloud.model import Region
from medcloud.model.region import RENAMED
from medcloud.plan.births.births import SECTION
from medcloud.plan.births.move import moved
from medcloud.plan.lock.allocate import allocate
from medcloud.plan.lock.concerns import sections
from medcloud.plan.lock.entries import Lock, read_tombstone, tombstone
from medcloud.plan.lock.numbers import OWNER
from medcloud.plan.network.numbers.prefixes import inside
from medcloud.standard.prefixes import overlap
from medcloud.text import Complaint, Text

_INDEXES = "centres"
"""Indexes only place a centre in its block: one that keeps its prefixes may have another."""
_PREFIXES = "prefixes"


@dataclass(frozen=True)
class Imported:
    """A lock with what was taken over from another, and what could not be."""

    lock: Lock
    taken: Mapping[str, int | str]
    """``section/key`` of the other lock to what it holds."""
    conflicts: Mapping[str, Complaint]
    """``section/key`` of the other lock to why it cannot stand here."""


def take_over(region: Region, ours: Lock, theirs: Lock) -> Imported:
    """Ours as it stands, with the numbers, prefixes and names at birth that theirs has for this region. Pure.

    PlanRefused when the region file cannot be numbered at all.
    """
    theirs = moved(region, theirs)
    needed = {(name, _base(name, key)) for name, key, _ in _entries(allocate(region, ours))}
    merged = {name: dict(found) for name, found in ours.sections.items()}
    taken: dict[str, int | str] = {}
    conflicts: dict[str, Complaint] = {}
    for name, key, value in _entries(theirs):
        if name == OWNER or not _stands(region, needed, name, key):
            continue
        own = merged.setdefault(name, {})
        if own.get(key) == value:
            continue
        complaint = _conflict(region, ours, name, key, value)
        if complaint is not None:
            conflicts[f"{name}/{key}"] = complaint
        elif not (name == _INDEXES and value in ours.section(name).values()):
            own[key] = taken[f"{name}/{key}"] = value
    return Imported(Lock(merged, _resting(merged, ours, theirs)), taken, conflicts)


def _conflict(region: Region, ours: Lock, name: str, key: str, value: int | str) -> Complaint | None:
    """Why an entry of the other lock cannot stand beside ours, or in this region."""
    own = ours.sections.get(name, {})
    if name == _INDEXES:
        return None
    if key in own:
        return Complaint(
            Text(f"这里已有 {own[key]}，不得变动", f"it has {own[key]} here already, which never moves"),
            Text(
                "若 plan --write 先于导入：从版本库恢复锁文件，先导入；若是同名的另一个：给其一换标识符",
                "if plan --write gave it before the import: restore the lock from version control and import "
                "first; if two things have one name: give one another identifier",
            ),
        )
    if name == _PREFIXES:
        return _prefix(region, ours, key, str(value))
    section = sections()[name]
    if section.is_good is not None:
        return None
    scope = section.scope_of(key)
    other = next((k for k, n in own.items() if n == value and section.scope_of(k) == scope), None)
    if other is None:
        return None
    return Complaint(
        Text(f"{value} 已是 {other} 的", f"{value} is {other}'s here"),
        Text(
            f"在另一区域先给 {_network(key)} 换号并上线：换标识符（不写 was），networks.vni 换成不重叠的范围",
            f"renumber {_network(key)} in the other region first, and bring it up: another identifier "
            "(without was) and a range in networks.vni that overlaps nothing here",
        ),
    )


def _prefix(region: Region, ours: Lock, key: str, value: str) -> Complaint | None:
    centre, _, version = key.partition("/")
    prefix = ip_network(value)
    for other, text in ours.texts(_PREFIXES).items():
        if overlap(prefix, ip_network(text)):
            return Complaint(
                Text(f"{value} 与 {other} 的 {text} 重叠", f"{value} overlaps {text} of {other}"),
                Text(
                    f"两者不能并入一个区域：先在另一区域建新中心并迁移，再删去 {centre}",
                    "they cannot be one region: make a new centre in the other region, move there, and "
                    f"drop {centre}",
                ),
            )
    found = region.centres[centre]
    written = found.ipv4 if version == "4" else found.ipv6
    block = region.networks.ipv4 if version == "4" else region.networks.ipv6
    if str(written or "") == value or (written is None and inside(prefix, block)):
        return None
    return Complaint(
        Text(f"{value} 不在 {written or block} 之内", f"{value} is not in {written or block}"),
        Text(f"写 centres.{centre}.ipv{version}: {value}", f"write centres.{centre}.ipv{version}: {value}"),
    )


def _entries(lock: Lock) -> Iterator[tuple[str, str, int | str]]:
    for name, found in lock.sections.items():
        for key, value in found.items():
            yield name, key, value


def _stands(region: Region, needed: set[tuple[str, str]], name: str, key: str) -> bool:
    """Whether the region has what an entry is about."""
    if name == SECTION:
        kind, _, id_ = key.partition("/")
        return kind in RENAMED and id_ in getattr(region, kind)
    return (name, _base(name, key)) in needed


def _base(name: str, key: str) -> str:
    """What an entry is about: its key without a number at its end, where several are about one thing."""
    named = sections()[name].named
    return "/".join(key.split("/")[: len(named) or 1])


def _network(key: str) -> str:
    return "/".join(key.split("/")[:3])


def _resting(merged: Mapping[str, Mapping[str, int | str]], ours: Lock, theirs: Lock) -> dict[str, int]:
    """What rests in either; of theirs in networks and centres that were taken over, and unless it is held."""
    held = {
        tombstone(name, sections()[name].scope_of(key), int(value))
        for name, found in merged.items()
        if sections()[name].is_good is None
        for key, value in found.items()
    }
    known = {(name, sections()[name].scope_of(key)) for name, found in merged.items() for key in found}
    more = {
        key: serial
        for key, serial in theirs.retired.items()
        if read_tombstone(key)[1] and read_tombstone(key)[:2] in known and key not in held
    }
    return {**more, **ours.retired}
