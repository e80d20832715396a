"""From a region file on disk to its plan."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from medcloud.plan import Lock
from medcloud.plan.lock import number_sections
from medcloud.plan.region import RegionPlan
from medcloud.region_files.checking import planned
from medcloud.region_files.paths import lock_path
from medcloud.region_files.storing import read_lock, write_lock, writing
from medcloud.region_files.waiving import drafted


@dataclass(frozen=True)
class Opened:
    """A plan, and what became of the lock file."""

    plan: RegionPlan
    lock_file: Path
    added: tuple[str, ...]
    """Numbers given out now, ``section/key``."""
    freed: tuple[str, ...]
    """Numbers freed now."""
    written: bool
    """Whether the lock file was written; False also when there was nothing to write."""

    @property
    def changed(self) -> bool:
        """Whether the lock file is, or was, behind the region file."""
        return bool(self.added or self.freed)


def open_plan(path: str | Path, *, write: bool, environment: str | None = None) -> RegionPlan:
    """The plan of a region file, by the numbers in the lock file beside it.

    ``write=True`` keeps numbers that are given out now; previews and CI pass False and leave the disk alone.
    RegionUnreadable, RegionRefused, LockRefused or PlanRefused say what is wrong.
    """
    return inspect(path, write=write, environment=environment).plan


def inspect(path: str | Path, *, write: bool, environment: str | None = None) -> Opened:
    """Like :func:`open_plan`, with what changed in the lock file."""
    file = lock_path(path, environment)
    with writing(file) if write and file.parent.is_dir() else nullcontext():
        found = drafted(path, environment)  # inside, or a writer that waited would retire what came meanwhile
        if refusal := found.refusal():
            raise refusal
        before, text = read_lock(file)
        after, plan = planned(found, before)
        if write and after != before:
            write_lock(file, after, text)
    added, freed = _difference(before or Lock(), after)
    return Opened(plan, file, added, freed, written=write and after != before)


def _difference(before: Lock, after: Lock) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old = {f"{s}/{key}" for s in number_sections() for key in before.section(s)}
    new = {f"{s}/{key}" for s in number_sections() for key in after.section(s)}
    return tuple(sorted(new - old)), tuple(sorted(old - new))
