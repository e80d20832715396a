"""The matrix as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from medcloud.matrix.as_json import place
from medcloud.matrix.matrix import COLUMNS, Matrix, Row
from medcloud.matrix.status import STATUSES, WAYS
from medcloud.text import Text, spoken
from medcloud.text.table import fill, width

HEADS = {
    "modelled": ("模", "model: a field or constraint of the region file"),
    "derived": ("推", "plan: derived from it"),
    "judged": ("判", "policy: a rule of the pack"),
    "set_up": ("设", "set up: component or host control"),
    "tested": ("测", "tested: a test with its mark passed"),
    "evidenced": ("证", "evidence: slots for documents"),
}


def table(found: Matrix) -> Iterator[str]:
    """A line an item, then the counts and what could not be seen."""
    heads = " ".join(_mark(column) for column in COLUMNS)
    item, status, title = Text("条款", "item"), Text("状态", "status"), Text("标题", "title")
    yield f"{fill(str(item), 13)} {heads}  {fill(str(status), 20)} {title}"
    for row in found.rows:
        marks = " ".join(fill("●" if row.filled(c) else "·", width(_mark(c))) for c in COLUMNS)
        name = Text(row.item.title_zh, row.item.title_en).say("en" if spoken() == "en" else "zh")
        yield f"{row.item.id:<13} {marks}  {fill(_short(STATUSES, row.status), 20)} {name}"
    yield ""
    yield from summary(found)


def summary(found: Matrix) -> Iterator[str]:
    """The counts, and what could not be seen."""
    for name, count in found.counts.items():
        yield f"{count:>4} / {len(found.rows)}  {Text(*STATUSES[name])}"
    for zh, en in found.notes:
        yield str(Text(f"注意: {zh}", f"note: {en}"))


def explain(row: Row) -> Iterator[str]:
    """All about one item, with places and tests."""
    item = row.item
    title, duty = Text(item.title_zh, item.title_en), Text(item.obligation, item.obligation_en)
    yield f"{item.id}  {duty}  {title}"
    zh, en = STATUSES[row.status]
    yield str(Text(f"状态: {zh}", f"status: {en}"))
    ways = ", ".join(_short(WAYS, name) for name in item.met_by)
    yield str(Text(f"途径: {ways}", f"met by: {ways}"))
    for gap in row.missing:
        lacks = Text(*WAYS[gap]) if gap in WAYS else Text.of(gap)
        yield f"  {Text(f'缺: {lacks.zh}', f'missing: {lacks.en}')}"
    for column in COLUMNS:
        for mention in row.places.get(column, ()):
            yield f"{_mark(column)} {column:<10} {place(mention)}"
    for document in item.evidence:
        what = Text(document.document_zh, document.document_en)
        yield f"{_mark('evidenced')} document   {document.id}  {what}"
    for proof in row.proofs:
        yield (
            f"{'D' if spoken() == 'en' else '决'} decider    {proof.decider.key}: {proof.state}"
            + f" ← {proof.test}" * bool(proof.test)
        )
    for test in row.tests:
        yield f"{_mark('tested')} test       {test.outcome:<8} {test.id}"


def _mark(column: str) -> str:
    """The one letter of a column; in both languages the Chinese one, as a row is to fit a line."""
    return column[0].upper() if spoken() == "en" else HEADS[column][0]


def _short(words: Mapping[Any, tuple[str, str]], name: str) -> str:
    """A status or way in a word: in English the name by which machines know it."""
    zh = words[name][0]
    return {"zh": zh, "en": name, "both": f"{zh}/{name}"}[spoken()]
