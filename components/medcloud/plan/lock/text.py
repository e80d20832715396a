"""The lock as text: sorted, one entry a line, so that a change is a small difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from medcloud.plan.lock.concerns import sections
from medcloud.plan.lock.entries import VERSION, Lock

HEAD = (
    "# Numbers that medcloud gave out for the region file beside this one; keep them in version control.",
    "# 已分配的编号：请与区域文件一同纳入版本管理，勿手改；合并冲突 / after a merge: medcloud lock resolve",
)
RETIRED = "retired"
_DIGITS = re.compile(r"(\d+)")


def dump(lock: Lock) -> str:
    """The text of a lock file.

    Its digest changes with every change, so that two branches that both gave out numbers always conflict
    in git: a merge without conflict could give one number twice.
    """
    body = list(_body(lock))
    return "\n".join([*HEAD, f"version: {VERSION}", f"digest: {digest(body)}", *body, ""])


def lines(text: str) -> Mapping[str, int]:
    """The line of each entry of a lock's text, from 1, by ``section/key``."""
    found: dict[str, int] = {}
    heading = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("  "):
            found[f"{heading}/{line.strip().partition(': ')[0]}"] = number
        else:
            heading = line.rstrip(":")
    return found


def digest(body: Iterable[str]) -> str:
    """Fingerprint of the lines after the digest; guards against slips, not against malice."""
    return sha256("\n".join(body).encode()).hexdigest()[:16]


def _body(lock: Lock) -> Iterable[str]:
    """Sections of the first format always, others once they hold something; what rests comes last."""
    for name, section in sections().items():
        if section.founding or name in lock.sections:
            yield from _section(name, lock.sections.get(name, {}))
    yield from _section(RETIRED, lock.retired)


def _section(name: str, entries: Mapping[str, object]) -> Iterable[str]:
    yield f"{name}:"
    for key in sorted(entries, key=_natural):
        yield f"  {key}: {entries[key]}"


def _natural(key: str) -> list[tuple[int, str]]:
    """Sorts ``his/10`` after ``his/9``."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(key)]
