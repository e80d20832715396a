"""The matrix as plain data."""

from __future__ import annotations

from typing import Any

from medcloud.matrix.matrix import COLUMNS, Matrix, Row
from medcloud.matrix.mentions import Mention
from medcloud.text import Text

STANDARD = "T/GYJS 014-2025"


def to_json(found: Matrix) -> dict[str, Any]:
    """Everything in the matrix, with what could not be seen."""
    return {
        "standard": STANDARD,
        "code": found.code,
        "counts": found.counts,
        "notes": [{"zh": zh, "en": en} for zh, en in found.notes],
        "items": [row_to_json(row) for row in found.rows],
    }


def row_to_json(row: Row) -> dict[str, Any]:
    """One item."""
    item = row.item
    return {
        "id": item.id,
        "obligation": item.obligation_en,
        "title": {"zh": item.title_zh, "en": item.title_en},
        "met_by": list(item.met_by),
        "status": row.status,
        "missing": [Text.of(gap).say("both") for gap in row.missing],
        **{name: [place(m) for m in row.places.get(name, ())] for name in COLUMNS if name != "tested"},
        "documents": list(row.documents),
        "tests": [{"id": test.id, "outcome": test.outcome} for test in row.tests],
        "deciders": [
            {"key": proof.decider.key, "kind": proof.decider.kind, "state": proof.state, "test": proof.test}
            for proof in row.proofs
        ],
    }


def place(mention: Mention) -> str:
    """``medcloud/model/pool.py:57 Pool``."""
    return f"{mention.file}:{mention.line} {mention.symbol}".rstrip()
