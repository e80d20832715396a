"""The matrix: where each item is modelled, derived, judged, set up, tested and evidenced, and its status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from medcloud.matrix import digests
from medcloud.matrix.deciders import deciders
from medcloud.matrix.marks import Mark, marks
from medcloud.matrix.mentions import Mention, mentions
from medcloud.matrix.proofs import Proof, Record
from medcloud.matrix.results import Result, results
from medcloud.matrix.status import STATUSES, Status, status
from medcloud.standard import Item, items
from medcloud.text import Text

COLUMNS = ("modelled", "derived", "judged", "set_up", "tested", "evidenced")
_COLUMN_OF_ROOM = {
    "model": "modelled",
    "plan": "derived",
    "policies": "judged",
    "cloud": "set_up",
    "platform": "set_up",
    "fabric": "set_up",
    "hosts": "set_up",
    "evidence": "evidenced",
}


@dataclass(frozen=True)
class Test:
    """A test with the item's mark, and how it last ended; ``not run`` when no result is there."""

    id: str
    outcome: str


@dataclass(frozen=True)
class Row:
    """All about one item."""

    item: Item
    places: Mapping[str, tuple[Mention, ...]]
    """Where the code names it, by column."""
    tests: tuple[Test, ...]
    documents: tuple[str, ...]
    """Ids of the documents whose slots it asks for."""
    proofs: tuple[Proof, ...]
    status: Status
    missing: tuple[str | Text, ...]

    def filled(self, column: str) -> bool:
        """Whether there is anything in a column; a test counts once it has passed."""
        if column == "tested":
            return any(test.outcome == "passed" for test in self.tests)
        return bool(self.places.get(column)) or (column == "evidenced" and bool(self.documents))


@dataclass(frozen=True)
class Matrix:
    """All items in the standard's order."""

    rows: tuple[Row, ...]
    notes: tuple[tuple[str, str], ...]
    """What could not be seen, in Chinese and English."""
    code: str
    """Digest of the code."""

    @property
    def counts(self) -> dict[Status, int]:
        """How many items have each status."""
        found = Counter(row.status for row in self.rows)
        return {name: found[name] for name in STATUSES}


def matrix(root: Path | None) -> Matrix:
    """The matrix of the installed packages; ``root`` is the working copy, if there is one, with its tests."""
    found = results(root) if root else {}
    marked = marks(root) if root else ()
    record = Record(root)
    tests = _tests(found.values(), marked)
    places: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions():
        if mention.room in _COLUMN_OF_ROOM:
            places[mention.item][_COLUMN_OF_ROOM[mention.room]].append(mention)
    proofs: dict[str, list[Proof]] = defaultdict(list)
    for decider in deciders():
        for item in decider.items:
            proofs[item].append(record.proof(decider, item))
    rows = tuple(_row(item, places[item.id], tests[item.id], proofs[item.id]) for item in items())
    return Matrix(rows, tuple(_notes(root, found, record)), digests.of_code())


def _row(item: Item, places: Mapping[str, list[Mention]], tests: list[Test], proofs: list[Proof]) -> Row:
    failing = [f"{test.id}: {test.outcome}" for test in tests if test.outcome in ("failed", "error")]
    state, missing = status(item, proofs, failing)
    return Row(
        item,
        {column: tuple(found) for column, found in places.items()},
        tuple(tests),
        tuple(document.id for document in item.evidence),
        tuple(proofs),
        state,
        missing,
    )


def _tests(found: Iterable[Result], marked: Iterable[Mark]) -> dict[str, list[Test]]:
    tests: dict[str, list[Test]] = defaultdict(list)
    known: set[tuple[str, str]] = set()
    for result in sorted(found, key=lambda result: result.test):
        for item in result.items:
            tests[item].append(Test(result.test, result.outcome))
            known |= {(item, result.function), (item, result.file)}
    for mark in marked:
        if (mark.item, mark.test) not in known:
            known.add((mark.item, mark.test))
            tests[mark.item].append(Test(mark.test, "not run"))
    return tests


def _notes(root: Path | None, found: Mapping[str, Result], record: Record) -> Iterable[tuple[str, str]]:
    if root is None:
        yield (
            "不在工作副本中：看不到测试及其结果，证明取自随包发布的记录",
            "no working copy: tests and their results cannot be seen; proofs are those of the package",
        )
    elif not found:
        yield "没有测试结果，先运行 make check", "there are no test results yet; run make check"
    elif any(result.code != digests.of_code() for result in found.values()):
        old = sum(result.code != digests.of_code() for result in found.values())
        yield (
            f"{old} 项测试结果出自较早的代码，重新运行 make check",
            f"{old} test results are of earlier code; run make check again",
        )
    if not record.code:
        yield "没有证明记录，先运行 make prove", "there is no proof yet; run make prove"
    elif record.code != digests.of_code():
        yield (
            "代码在 make prove 之后改过；文件改过的证明记为过期",
            "the code has changed since make prove; proofs whose files changed are stale",
        )
