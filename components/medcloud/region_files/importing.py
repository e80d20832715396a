"""Taking over the numbers of another region's lock, when both have become one region file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from medcloud.plan import Lock, LockRefused
from medcloud.plan.lock.importing import take_over
from medcloud.plan.lock.text import lines
from medcloud.region_files.checking import planned
from medcloud.region_files.paths import lock_path
from medcloud.region_files.storing import read_lock, write_lock, writing
from medcloud.region_files.waiving import drafted
from medcloud.text import Complaint, Finding, Place, Refusal, Text


class ImportRefused(Refusal):
    """Numbers of the other lock cannot stand in this region; ``findings`` holds all of them."""


@dataclass(frozen=True)
class LockImport:
    """What was, or would be, taken over."""

    lock_file: Path
    taken: Mapping[str, int | str]
    """``section/key`` to what the other lock holds; empty when all of it stands here already."""
    written: bool


def import_lock(region_file: Path, other: Path, *, write: bool, environment: str | None = None) -> LockImport:
    """The numbers of the other lock for what stands in the region file now; nothing of its own lock moves.

    RegionRefused, LockRefused, ImportRefused or PlanRefused say what stands in the way, all at once.
    """
    file = lock_path(region_file, environment)
    if other.resolve() == file.resolve():
        raise LockRefused(
            str(other),
            0,
            Text("这是本区域自己的锁文件", "this is the region's own lock"),
            Text("写另一区域的锁文件", "name the lock of the other region"),
        )
    theirs, text = read_lock(other)
    if theirs is None or text is None:
        raise LockRefused(
            str(other),
            0,
            Text("没有此文件", "there is no such file"),
            Text("写另一区域的锁文件", "name the lock of the other region"),
        )
    with writing(file) if write else nullcontext():
        found = drafted(region_file, environment)
        if refusal := found.refusal():
            raise refusal
        assert found.region is not None  # noqa: S101  # or something would have been found
        ours, seen = read_lock(file)
        imported = take_over(found.region, ours or Lock(), theirs)
        if imported.conflicts:
            raise ImportRefused(*_findings(other, text, imported.conflicts))
        after, _ = planned(found, imported.lock)
        if write and after != ours:
            write_lock(file, after, seen)
    return LockImport(file, imported.taken, written=write and after != ours)


def _findings(other: Path, text: str, conflicts: Mapping[str, Complaint]) -> list[Finding]:
    """Each conflict at its line of the other lock, in the order of that file."""
    at = lines(text)
    found = [
        Finding(Place(str(other), at.get(entry, 0), path=entry), *complaint)
        for entry, complaint in conflicts.items()
    ]
    return sorted(found, key=lambda finding: finding.place.line)
