"""Verifying a ledger: every line, every link, every head; each finding names its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medcloud.crypto import Refused, Trust, read_document
from medcloud.evidence.ledger import merkle
from medcloud.evidence.ledger.chain import broken, damaged
from medcloud.evidence.ledger.files import ENTRIES, head_numbers, head_path, read_lines
from medcloud.evidence.ledger.head import Head, previous, read_head
from medcloud.text import Finding, Place, Text


@dataclass(frozen=True)
class Report:
    """What was found; a ledger is good when there are no findings."""

    entries: int
    heads: int
    signed: int
    """Entries that the last head covers."""
    findings: tuple[Finding, ...]

    @property
    def unsigned(self) -> int:
        """Entries after the last head: nobody could tell if they were cut off."""
        return max(0, self.entries - self.signed)


def verify(folder: Path, trust: Trust, *, today: date, kept: Path | None = None) -> Report:
    """Verify a ledger; `kept` is a head that an auditor kept elsewhere, to see that nothing was rolled back.

    Refused when there is no ledger.
    """
    path = folder / ENTRIES
    whole, half = read_lines(folder)
    first = broken(str(path), whole)
    findings = [first] if first else []
    if half:
        findings.append(
            damaged(Place(str(path), len(whole) + 1), Text("最后一行不完整", "the last line is incomplete"))
        )
    numbers = head_numbers(folder)
    sizes = [*numbers, *([_size(kept)] if kept else [])]
    roots = merkle.roots(whole, sizes)
    for number in numbers:
        own = head_path(folder, number)
        findings += _head(own, roots, trust, today, (number, previous(folder, number)))
    if kept is not None:
        findings += _head(kept, roots, trust, today)
    return Report(len(whole), len(numbers), max(numbers, default=0), tuple(findings))


def _size(path: Path) -> int:
    try:
        return read_head(read_document(path)).size
    except Refused:
        return 0


def _head(
    path: Path,
    roots: Mapping[int, str],
    trust: Trust,
    today: date,
    place: tuple[int, str] | None = None,
) -> tuple[Finding, ...]:
    """What is wrong with a head; `place` is the size and the previous head that its file name demands."""
    try:
        document = read_document(path)
        head = read_head(document)
        wrong = _faults(head, roots, place)
        if wrong:
            return (damaged(Place(str(path)), wrong),)
        document.verify(trust, "ledger", today=today, signed=min(head.day, today))
    except Refused as error:
        return error.findings
    return ()


def _faults(head: Head, roots: Mapping[int, str], place: tuple[int, str] | None) -> Text | None:
    if place and head.size != place[0]:
        return Text(
            f"此头是 {head.size} 行的，被换了位置", f"this head is over {head.size} lines: it was put here"
        )
    if place and head.previous != place[1]:
        return Text("前一个账本头被改动、替换或删除", "the head before it was changed, replaced or removed")
    if head.size not in roots:
        return Text(
            f"账本不足所签的 {head.size} 行", f"the ledger has not the {head.size} lines that were signed"
        )
    if roots[head.size] != head.root:
        return Text("账本不是签名时的内容：已被改写", "the ledger is not what was signed: it was rewritten")
    return None
