"""Which changes a person has confirmed by name, which not yet, and which confirmations confirm nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from medcloud.diff.change import Change
from medcloud.region_files import CONFIRM_FORMAT, Confirmed


@dataclass(frozen=True)
class Judgement:
    """A change held against the confirmations that come with it."""

    confirmed: tuple[Change, ...]
    unconfirmed: tuple[Change, ...]
    stale: tuple[Confirmed, ...]
    """They confirm nothing of this change, or are as old as what it is compared with."""


def judge(
    changes: Sequence[Change], given: Sequence[Confirmed], before: Collection[Confirmed] = ()
) -> Judgement:
    """``before``: the confirmations that stood there already; they were for another change than this one."""
    old = {(each.change, each.reason, each.by) for each in before}
    fresh = {each.change: each for each in given if (each.change, each.reason, each.by) not in old}
    needed = {change.id: change for change in changes if change.must_be_confirmed}
    meant = {name for change in needed.values() for name in _names(change)}
    return Judgement(
        confirmed=tuple(change for change in needed.values() if _names(change) & fresh.keys()),
        unconfirmed=tuple(change for change in needed.values() if not _names(change) & fresh.keys()),
        stale=tuple(each for each in given if fresh.get(each.change) is not each or each.change not in meant),
    )


def _names(change: Change) -> set[str]:
    """What confirms it: its own id, or that of what brings it and others."""
    return {change.id, change.confirmed_by}


def text_to_write(change: Change) -> str:
    """The entry that confirms a change; who writes it fills in why and who, without which it is refused."""
    return f'- {{change: {json.dumps(change.confirmed_by, ensure_ascii=False)}, reason: "", by: ""}}'


def file_to_write(changes: Sequence[Change]) -> str:
    """A whole file that confirms these, once it is filled in."""
    return "\n".join(
        (f"medcloud: {CONFIRM_FORMAT}", "confirm:", *dict.fromkeys(map(text_to_write, changes)), "")
    )
