"""The two sides of a lock file that git could not merge."""

from __future__ import annotations

import subprocess
from pathlib import Path

_TIMEOUT_SECONDS = 30
_OURS, _THEIRS = 2, 3


def sides_in_git(file: Path) -> tuple[str, str] | None:
    """Both versions as git keeps them while a merge is open; None when there is no such merge."""
    ours, theirs = _stage(file, _OURS), _stage(file, _THEIRS)
    return None if ours is None or theirs is None else (ours, theirs)


def sides_in_text(text: str) -> tuple[str, str] | None:
    """Both versions as conflict markers show them; None when there are no markers.

    What git merged by itself is on both sides, so that neither need be what was committed:
    the digest tells.
    """
    ours: list[str] = []
    theirs: list[str] = []
    where: tuple[list[str], ...] = (ours, theirs)
    marked = False
    for line in text.splitlines():
        if line.startswith("<<<<<<< "):
            where, marked = (ours,), True
        elif line.startswith("||||||| "):
            where = ()
        elif line == "=======" and marked:
            where = (theirs,)
        elif line.startswith(">>>>>>> "):
            where = (ours, theirs)
        else:
            for side in where:
                side.append(line)
    return ("\n".join(ours), "\n".join(theirs)) if marked else None


def _stage(file: Path, stage: int) -> str | None:
    try:
        found = subprocess.run(
            ["git", "-C", str(file.parent), "show", f":{stage}:./{file.name}"],
            capture_output=True,
            check=False,
            timeout=_TIMEOUT_SECONDS,
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return found.stdout.decode("utf-8", "replace") if found.returncode == 0 else None
