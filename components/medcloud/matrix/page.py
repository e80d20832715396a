"""The matrix as one HTML page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from markupsafe import Markup

from medcloud.matrix.as_json import STANDARD, place
from medcloud.matrix.matrix import COLUMNS, Matrix, Row
from medcloud.matrix.status import STATUSES, WAYS
from medcloud.matrix.text import HEADS
from medcloud.report.page import page as _page
from medcloud.text import Language, Text

_TEMPLATE = Path(__file__).parent / "data" / "matrix.html.j2"


def page(found: Matrix, language: Language = "both") -> str:
    """The whole page; `language` is what it opens in, its buttons change it."""
    return _page(
        _TEMPLATE,
        title=Text(f"{STANDARD} 条款矩阵", f"{STANDARD} clause matrix"),
        language=language,
        found=found,
        columns=COLUMNS,
        heads=list(HEADS.values()),
        statuses=STATUSES,
        details=lambda row: [Markup(line) for line in _details(row)],  # noqa: S704 - escaped below
        texts=lambda pair: Text(*pair),
        css_class=lambda status: status.replace("+", "-"),
    )


def _details(row: Row) -> Iterator[str]:
    for gap in row.missing:
        yield "缺 · missing: " + escape(" · ".join(WAYS[gap]) if gap in WAYS else Text.of(gap).say("both"))
    for column in COLUMNS:
        for mention in row.places.get(column, ()):
            yield f"{HEADS[column][0]} <code>{escape(place(mention))}</code>"
    for document in row.item.evidence:
        yield f"证 {escape(document.document_zh)} · {escape(document.document_en)}"
    for proof in row.proofs:
        test = f" ← <code>{escape(proof.test)}</code>" if proof.test else ""
        yield f"决 <code>{escape(proof.decider.key)}</code>: {proof.state}{test}"
    yield f"测 {len(row.tests)}: " + ", ".join(
        f"{outcome} {sum(test.outcome == outcome for test in row.tests)}"
        for outcome in dict.fromkeys(test.outcome for test in row.tests)
    )
