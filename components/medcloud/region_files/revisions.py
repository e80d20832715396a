"""A region file as it is, or as it was in a revision of git, with its lock and its confirmations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medcloud.model import parse
from medcloud.plan import allocate, derive
from medcloud.plan.lock import Lock, parse as parse_lock
from medcloud.plan.region import RegionPlan
from medcloud.region_files.committed import Committed
from medcloud.region_files.confirming import Confirmed, confirm_path, parse_confirmed
from medcloud.region_files.git import commit, git, show, unreadable
from medcloud.region_files.opening import open_plan
from medcloud.region_files.paths import lock_path
from medcloud.region_files.waiving import waivers_path, waivers_then
from medcloud.text import Text
from medcloud.text.printable import shown

if TYPE_CHECKING:
    from medcloud.waivers import Waiver


@dataclass(frozen=True)
class Side:
    """A region as one side of a comparison has it."""

    name: str
    """As a person knows it: ``region.yaml``, or ``region.yaml@HEAD~1``."""
    plan: RegionPlan


def on_disk(file: Path, environment: str | None = None) -> Side:
    """The file as it lies there; the lock beside it is not written."""
    return Side(shown(str(file), 200), open_plan(file, write=False, environment=environment))


def in_revision(file: Path, revision: str, environment: str | None = None) -> Side:
    """The file as it was in a revision of the repository that it lies in.

    RevisionUnreadable, and what :func:`medcloud.region_files.open_plan` raises of a file that is not good.
    """
    at = commit(file.parent, revision)
    name = shown(f"{file}@{revision}", 200)
    text = show(file, at)
    if text is None:
        raise unreadable(
            name,
            Text("该修订中没有此文件", "the revision has no such file"),
            Text("改用含此文件的修订，或写 修订:路径", "name a revision that has it, or write REVISION:PATH"),
        )
    committed = Committed(file, at, revision)
    excused = _waivers(waivers_path(file), at, revision)
    region = parse(text.decode("utf-8", "surrogateescape"), name, committed, environment, excused)
    return Side(name, derive(region, allocate(region, _lock(lock_path(file, environment), at, revision))))


def confirmed_in(file: Path, revision: str) -> tuple[Confirmed, ...]:
    """What the confirmations beside it said in a revision; none when there were none."""
    beside = confirm_path(file)
    text = show(beside, commit(file.parent, revision))
    return () if text is None else parse_confirmed(text, shown(f"{beside}@{revision}", 200))


def has_file(file: Path, revision: str) -> bool:
    """Whether the revision has the file; RevisionUnreadable when there is no such revision."""
    return show(file, commit(file.parent, revision)) is not None


def fork_of(file: Path, revision: str) -> str:
    """The commit at which what is checked out left a revision; the revision itself where they share none."""
    at = commit(file.parent, revision)
    done = git(file.parent, "merge-base", at, "HEAD")
    return done.stdout.decode().strip() if done.returncode == 0 else at


def _lock(beside: Path, at: str, revision: str) -> Lock | None:
    text = show(beside, at)
    name = shown(f"{beside}@{revision}", 200)
    return None if text is None else parse_lock(text.decode("utf-8", "replace"), name)


def _waivers(beside: Path, at: str, revision: str) -> tuple[Waiver, ...]:
    text = show(beside, at)
    day = git(beside.parent, "show", "--no-patch", "--format=%cs", at).stdout.decode().strip()
    name = shown(f"{beside}@{revision}", 200)
    return () if text is None else waivers_then(text, name, date.fromisoformat(day))
