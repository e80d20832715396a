"""Mending a lock file after a merge."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from medcloud.model import RegionError
from medcloud.plan import Lock, LockRefused
from medcloud.plan.lock import dump, parse, reconcile
from medcloud.region_files.merging import sides_in_git, sides_in_text
from medcloud.region_files.opening import inspect
from medcloud.region_files.paths import lock_path, region_path
from medcloud.region_files.storing import read_text, write_lock, writing
from medcloud.text import Text

_LOST = (
    Text("两侧的原文已不可得", "what the two branches held can no longer be told"),
    Text(
        "运行 git checkout -m -- {file} 恢复冲突后再试，"
        "或 git checkout --ours -- {file} 后运行 medcloud plan --write",
        "run git checkout -m -- {file} to get the conflict back and try again, "
        "or git checkout --ours -- {file} and then medcloud plan --write",
    ),
)


_RESTORE = Text(
    "从版本库恢复：git checkout HEAD -- {file}，再运行 medcloud plan --write",
    "restore it from version control: git checkout HEAD -- {file}, then medcloud plan --write",
)


@dataclass(frozen=True)
class Resolution:
    """What became of a lock file."""

    lock_file: Path
    renumbered: tuple[str, ...]
    """Entries of the other branch, ``section/key``, that get other numbers."""
    planned: bool
    """Whether the region file could be read too, so that every number is given out."""


def resolve(path: str | Path, environment: str | None = None) -> Resolution:
    """Brings both branches' numbers together, for a region file or its lock file.

    This branch keeps every number; the other keeps those that do not clash. A file without a conflict whose
    entries were edited by hand is accepted as it is, if they make sense. LockRefused when nothing helps.
    """
    file = lock_path(path, environment)
    with writing(file):
        try:
            text = read_text(file)
            lock, renumbered = _together(file, text)
        except LockRefused as error:
            raise _beyond_mending(error) from None
        if dump(lock) != text:
            write_lock(file, lock, text)
    return Resolution(file, renumbered, planned=_plan(region_path(path), environment))


def _beyond_mending(error: LockRefused) -> LockRefused:
    """The same error; where it would send people to this very command it sends them to version control."""
    (finding,) = error.findings
    if "medcloud lock resolve" not in finding.remedy.en:
        return error
    return LockRefused(finding.place.file, finding.place.line, finding.message, _RESTORE)


def _together(file: Path, text: str | None) -> tuple[Lock, tuple[str, ...]]:
    name = str(file)
    if sides := sides_in_git(file):
        return reconcile(*(parse(side, name) for side in sides))
    if text is None:
        raise LockRefused(
            name,
            0,
            Text("没有此文件", "there is no such file"),
            Text("运行 medcloud plan --write", "run: medcloud plan --write"),
        )
    if sides := sides_in_text(text):
        try:
            return reconcile(*(parse(side, name) for side in sides))
        except LockRefused as error:
            raise LockRefused(name, 0, *_LOST) from error
    return parse(text, name, sealed=False), ()


def _plan(region_file: Path, environment: str | None) -> bool:
    """Gives the other branch's entries their new numbers, if the region file is whole again."""
    try:
        inspect(region_file, write=True, environment=environment)
    except RegionError:
        return False
    return True
