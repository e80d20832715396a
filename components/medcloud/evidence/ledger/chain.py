"""Whether the lines of a ledger are as they were written."""

from __future__ import annotations

from collections.abc import Sequence

from medcloud.evidence.ledger.entry import FIRST, parse
from medcloud.text import Finding, Place, Text


def broken(file: str, whole: Sequence[bytes]) -> Finding | None:
    """The first line that is wrong: after it nothing can be told. None when all are good."""
    before = FIRST
    for number, text in enumerate(whole, 1):
        where = Place(file, number)
        entry = parse(text)
        if entry is None:
            return damaged(where, Text("此行被改动", "this line was changed"))
        if entry.n != number or entry.prev != before:
            zh = f"此行接不上前一行（序号 {entry.n}）：有行被删除、调换或重放"
            en = f"this line (number {entry.n}) does not follow: lines were cut, swapped or replayed"
            return damaged(where, Text(zh, en))
        before = entry.hash
    return None


def damaged(place: Place, what: Text) -> Finding:
    """The finding for something that is not as it was written."""
    remedy = Text("保留现场，从备份恢复并查明原因", "keep it as it is, restore a backup and find out why")
    return Finding(place, what, remedy)
