"""A region file as it is, or as it was in a revision of git, with its lock and its confirmations."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from medcloud.model import parse
from medcloud.plan import allocate, derive
from medcloud.plan.lock import Lock, parse as parse_lock
from medcloud.plan.region import RegionPlan
from medcloud.region_files.confirming import Confirmed, confirm_path, parse_confirmed
from medcloud.region_files.opening import open_plan
from medcloud.region_files.paths import lock_path
from medcloud.region_files.storing import LARGEST_BYTES
from medcloud.text import Finding, Place, Refusal, Text
from medcloud.text.printable import shown

_TIMEOUT_SECONDS = 60


class RevisionUnreadable(Refusal):
    """There is no such revision, or no such file in it."""

    exit_code = 2


@dataclass(frozen=True)
class Side:
    """A region as one side of a comparison has it."""

    name: str
    """As a person knows it: ``region.yaml``, or ``region.yaml@HEAD~1``."""
    plan: RegionPlan


def on_disk(file: Path) -> Side:
    """The file as it lies there; the lock beside it is not written."""
    return Side(shown(str(file), 200), open_plan(file, write=False))


def in_revision(file: Path, revision: str) -> Side:
    """The file as it was in a revision of the repository that it lies in.

    RevisionUnreadable, and what :func:`medcloud.region_files.open_plan` raises of a file that is not good.
    """
    commit = _commit(file.parent, revision)
    name = shown(f"{file}@{revision}", 200)
    text = _show(file, commit)
    if text is None:
        raise _unreadable(
            name,
            Text("该修订中没有此文件", "the revision has no such file"),
            Text("改用含此文件的修订，或写 修订:路径", "name a revision that has it, or write REVISION:PATH"),
        )
    region = parse(text.decode("utf-8", "surrogateescape"), name)
    return Side(name, derive(region, allocate(region, _lock(file, commit, revision))))


def confirmed_in(file: Path, revision: str) -> tuple[Confirmed, ...]:
    """What the confirmations beside it said in a revision; none when there were none."""
    beside = confirm_path(file)
    text = _show(beside, _commit(file.parent, revision))
    return () if text is None else parse_confirmed(text, shown(f"{beside}@{revision}", 200))


def has_file(file: Path, revision: str) -> bool:
    """Whether the revision has the file; RevisionUnreadable when there is no such revision."""
    return _show(file, _commit(file.parent, revision)) is not None


def fork_of(file: Path, revision: str) -> str:
    """The commit at which what is checked out left a revision; the revision itself where they share none."""
    commit = _commit(file.parent, revision)
    done = _git(file.parent, "merge-base", commit, "HEAD")
    return done.stdout.decode().strip() if done.returncode == 0 else commit


def _lock(file: Path, commit: str, revision: str) -> Lock | None:
    beside = lock_path(file)
    text = _show(beside, commit)
    name = shown(f"{beside}@{revision}", 200)
    return None if text is None else parse_lock(text.decode("utf-8", "replace"), name)


def _commit(folder: Path, revision: str) -> str:
    done = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        inside = _git(folder, "rev-parse", "--git-dir").returncode == 0
        zh, en = ("不在 git 库中", "is in no git repository")
        if inside:
            zh, en = (f"git 中没有修订 {shown(revision)}", f"git knows no revision {shown(revision)}")
        raise _unreadable(
            shown(str(folder), 200),
            Text(zh, en),
            Text(
                "用 git log --oneline 查看修订；浅克隆先 git fetch --unshallow",
                "see git log --oneline for revisions; a shallow clone needs git fetch --unshallow first",
            ),
        )
    return done.stdout.decode().strip()


def _show(file: Path, commit: str) -> bytes | None:
    """A file of a commit, by its path from its own folder; None when it has none."""
    size = _git(file.parent, "cat-file", "-s", f"{commit}:./{file.name}")
    if size.returncode:
        return None
    if int(size.stdout) > LARGEST_BYTES:
        message, remedy = Text("文件过大", "the file is too large"), Text("换一个", "name another")
        raise _unreadable(shown(str(file), 200), message, remedy)
    return _git(file.parent, "cat-file", "blob", f"{commit}:./{file.name}").stdout


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, check=False, timeout=_TIMEOUT_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _unreadable(
            str(folder),
            Text(f"无法运行 git：{error}", f"git cannot be run: {error}"),
            Text("安装 git，或给出两个文件", "install git, or name two files"),
        ) from None


def _unreadable(name: str, message: Text, remedy: Text) -> RevisionUnreadable:
    return RevisionUnreadable(Finding(Place(name), message, remedy))
