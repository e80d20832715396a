"""What git keeps of the files of a region."""

from __future__ import annotations

import subprocess
from pathlib import Path

from medcloud.region_files.storing import LARGEST_BYTES
from medcloud.text import Finding, Place, Refusal, Text
from medcloud.text.printable import shown

_TIMEOUT_SECONDS = 60


class RevisionUnreadable(Refusal):
    """There is no such revision, or no such file in it."""

    exit_code = 2


def commit(folder: Path, revision: str) -> str:
    """The commit that a revision is; RevisionUnreadable when there is none."""
    done = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        inside = git(folder, "rev-parse", "--git-dir").returncode == 0
        zh, en = ("不在 git 库中", "is in no git repository")
        if inside:
            zh, en = (f"git 中没有修订 {shown(revision)}", f"git knows no revision {shown(revision)}")
        raise unreadable(
            shown(str(folder), 200),
            Text(zh, en),
            Text(
                "用 git log --oneline 查看修订；浅克隆先 git fetch --unshallow",
                "see git log --oneline for revisions; a shallow clone needs git fetch --unshallow first",
            ),
        )
    return done.stdout.decode().strip()


def show(file: Path, commit: str) -> bytes | None:
    """A file of a commit, by its path from its own folder; None when it has none."""
    size = git(file.parent, "cat-file", "-s", f"{commit}:./{file.name}")
    if size.returncode:
        return None
    if int(size.stdout) > LARGEST_BYTES:
        message, remedy = Text("文件过大", "the file is too large"), Text("换一个", "name another")
        raise unreadable(shown(str(file), 200), message, remedy)
    return git(file.parent, "cat-file", "blob", f"{commit}:./{file.name}").stdout


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """What git says in a folder."""
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, check=False, timeout=_TIMEOUT_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise unreadable(
            str(folder),
            Text(f"无法运行 git：{error}", f"git cannot be run: {error}"),
            Text("安装 git，或给出两个文件", "install git, or name two files"),
        ) from None


def unreadable(name: str, message: Text, remedy: Text) -> RevisionUnreadable:
    """The error with its one finding."""
    return RevisionUnreadable(Finding(Place(name), message, remedy))
