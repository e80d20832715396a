"""The 156 items by chapter, as one looks for them in the standard."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from medcloud.review.shapes import Clause

SIGNS = {"violated": "✗", "advised": "!", "waived": "○", "undecided": "?", "judged": "✓", "none": "·"}


def chapter(item: str) -> str:
    """The chapter of an item: ``7.2`` of ``7.2.1-b``, ``C`` of ``C.2-a``."""
    head, _, rest = item.partition(".")
    return head if head.isalpha() else f"{head}.{rest.partition('.')[0].partition('-')[0]}"


def chapters(clauses: Sequence[Clause]) -> list[tuple[str, list[Clause]]]:
    """Clauses by chapter, in their order."""
    return [(name, list(found)) for name, found in groupby(clauses, key=lambda clause: chapter(clause.id))]
