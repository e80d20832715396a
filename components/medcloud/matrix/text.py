"""The matrix as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.matrix.as_json import place
from medcloud.matrix.matrix import COLUMNS, Matrix, Row
from medcloud.matrix.status import STATUSES, WAYS
from medcloud.text.table import fill

HEADS = {
    "modelled": ("模", "model: a field or constraint of the region file"),
    "derived": ("推", "plan: derived from it"),
    "judged": ("判", "policy: a rule of the pack"),
    "set_up": ("设", "set up: component or host control"),
    "tested": ("测", "tested: a test with its mark passed"),
    "evidenced": ("证", "evidence: slots for documents"),
}
_TITLE = 34


def table(found: Matrix) -> Iterator[str]:
    """A line an item, then the counts and what could not be seen."""
    heads = " ".join(zh for zh, _ in HEADS.values())
    yield f"{fill('条款/item', 13)} {heads}  {fill('状态/status', 20)} {fill('标题/title', _TITLE)}"
    for row in found.rows:
        marks = " ".join("● " if row.filled(column) else "· " for column in COLUMNS)
        state = f"{STATUSES[row.status][0]}/{row.status}"
        yield f"{row.item.id:<13} {marks} {fill(state, 20)} {row.item.title_zh}"
    yield ""
    yield from summary(found)


def summary(found: Matrix) -> Iterator[str]:
    """The counts, and what could not be seen."""
    for name, count in found.counts.items():
        zh, en = STATUSES[name]
        yield f"{count:>4} / {len(found.rows)}  {zh} / {en}"
    for zh, en in found.notes:
        yield f"注意 / note: {zh} / {en}"


def explain(row: Row) -> Iterator[str]:
    """All about one item, with places and tests."""
    item = row.item
    yield f"{item.id}  {item.obligation} / {item.obligation_en}  {item.title_zh} / {item.title_en}"
    zh, en = STATUSES[row.status]
    yield f"状态 / status: {zh} / {en}"
    yield "途径 / met by: " + ", ".join(f"{WAYS[name][0]}/{name}" for name in item.met_by)
    for gap in row.missing:
        yield f"  缺 / missing: {WAYS[gap][0] + ' / ' + WAYS[gap][1] if gap in WAYS else gap}"
    for column in COLUMNS:
        for mention in row.places.get(column, ()):
            yield f"{HEADS[column][0]} {column:<10} {place(mention)}"
    for document in item.evidence:
        yield f"证 document   {document.id}  {document.document_zh} / {document.document_en}"
    for proof in row.proofs:
        yield f"决 decider    {proof.decider.key}: {proof.state}" + f" ← {proof.test}" * bool(proof.test)
    for test in row.tests:
        yield f"测 test       {test.outcome:<8} {test.id}"
