"""The matrix as one HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from medcloud.matrix.as_json import STANDARD, place
from medcloud.matrix.matrix import COLUMNS, Matrix, Row
from medcloud.matrix.status import STATUSES, WAYS
from medcloud.matrix.text import HEADS

_STYLE = Path(__file__).parent / "data" / "page.css"


def page(found: Matrix) -> str:
    """The whole page."""
    title = f"{STANDARD} 条款矩阵 · Clause matrix"
    heads = "".join(f'<th class="mark" title="{escape(en)}">{zh}</th>' for zh, en in HEADS.values())
    notes = "".join(f"<p>{_both(zh, en)}</p>" for zh, en in found.notes)
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE.read_text(encoding='utf-8')}</style>"
        f'<h1>{title}</h1><ul class="counts">{"".join(_counts(found))}</ul>{notes}'
        f"<table><thead><tr><th>条款 · Item</th><th>标题 · Title</th>{heads}<th>状态 · Status</th></tr>"
        f"</thead><tbody>{''.join(map(_row, found.rows))}</tbody></table>"
        f"<p><small>代码摘要 · digest of the code: {found.code}</small></p></html>\n"
    )


def _counts(found: Matrix) -> Iterator[str]:
    for name, count in found.counts.items():
        yield f'<li class="{_class(name)}"><b>{count}</b>{_both(*STATUSES[name])}</li>'


def _row(row: Row) -> str:
    item = row.item
    marks = "".join(f'<td class="mark">{"●" if row.filled(column) else ""}</td>' for column in COLUMNS)
    details = "".join(f"<li>{line}</li>" for line in _details(row))
    return (
        f'<tr id="{item.id}"><td><b>{item.id}</b><br>'
        f"<small>{item.obligation} · {item.obligation_en}</small></td>"
        f"<td><details><summary>{_both(item.title_zh, item.title_en)}</summary>"
        f"<ul>{details}</ul></details></td>"
        f'{marks}<td class="state {_class(row.status)}">{_both(*STATUSES[row.status])}</td></tr>'
    )


def _both(zh: str, en: str) -> str:
    return f"{escape(zh)}<br><small>{escape(en)}</small>"


def _details(row: Row) -> Iterator[str]:
    for gap in row.missing:
        yield "缺 · missing: " + escape(" · ".join(WAYS[gap]) if gap in WAYS else gap)
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


def _class(status: str) -> str:
    return status.replace("+", "-")
