"""Numbers of what is renamed move to its new key."""

from __future__ import annotations

from collections.abc import Mapping

from medcloud.model import Region
from medcloud.model.region import RENAMED
from medcloud.plan.births.births import SECTION
from medcloud.plan.lock.concerns import sections
from medcloud.plan.lock.entries import Lock, read_tombstone, tombstone
from medcloud.plan.refused import PlanRefused
from medcloud.text import Text


def moved(region: Region, lock: Lock) -> Lock:
    """The lock with the keys that the region has now; the same where nothing has been renamed since. Pure.

    What was renamed stays in its section ``names``, so that the region file need not say it for ever.
    """
    names = {
        key: value
        for key, value in lock.texts(SECTION).items()
        if key.split("/")[1] in getattr(region, key.split("/")[0]) or _successor(region, key)
    }
    renamed: dict[str, dict[str, str]] = {section: {} for section in RENAMED}
    for section in RENAMED:
        for id_, entry in getattr(region, section).items():
            if entry.was and f"{section}/{id_}" not in names:
                renamed[section][entry.was] = id_
    made = {
        f"{section}/{new}": names.pop(f"{section}/{old}", old)
        for section, pairs in renamed.items()
        for old, new in pairs.items()
    }
    if not made and names == lock.texts(SECTION):
        return lock
    _refuse_late(lock, renamed)
    held = {
        name: {_key(key, sections()[name].named, renamed): value for key, value in found.items()}
        for name, found in lock.sections.items()
        if name != SECTION
    }
    retired = {_tombstone(key, renamed): serial for key, serial in lock.retired.items()}
    return Lock({**held, SECTION: {**names, **made}}, retired)


def _refuse_late(lock: Lock, renamed: Mapping[str, Mapping[str, str]]) -> None:
    """PlanRefused where a thing has numbers by both its identifiers: it is up by the new one already."""
    held: dict[str, set[str]] = {section: set() for section in RENAMED}
    for name, section in sections().items():
        for key in lock.sections.get(name, {}):
            for part, kind in zip(key.split("/"), section.named, strict=False):
                held.get(kind, set()).add(part)
    for kind, pairs in renamed.items():
        for old, new in pairs.items():
            if {old, new} <= held[kind]:
                raise PlanRefused(
                    f"{kind}.{new}.was",
                    Text(
                        f"锁文件中 {old} 与 {new} 都有编号：{new} 已另行建成",
                        f"the lock holds numbers of both {old} and {new}: {new} was made beside it",
                    ),
                    Text(
                        "删去 was；或从版本库恢复改名前的锁文件，再写 was",
                        "remove was; or restore the lock from before the renaming, then write it",
                    ),
                )


def _successor(region: Region, key: str) -> bool:
    section, _, id_ = key.partition("/")
    return any(entry.was == id_ for entry in getattr(region, section).values())


def _key(key: str, named: tuple[str, ...], renamed: Mapping[str, Mapping[str, str]]) -> str:
    parts = key.split("/")
    for place, (part, section) in enumerate(zip(parts, named, strict=False)):
        parts[place] = renamed.get(section, {}).get(part, part)
    return "/".join(parts)


def _tombstone(key: str, renamed: Mapping[str, Mapping[str, str]]) -> str:
    section, scope, number = read_tombstone(key)
    return tombstone(section, _key(scope, sections()[section].named, renamed), number)
