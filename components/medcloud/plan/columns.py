"""Tables of text whose columns line up, Chinese included."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

_GAP = "  "


def width(text: str) -> int:
    """Columns of a terminal that a text takes: two for wide characters, none for combining ones."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Lines of a table; the last column is not padded."""
    cells = [list(head), *([str(value) for value in row] for row in rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    return [_line(row, widths) for row in cells]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [text + " " * (size - width(text)) for text, size in zip(row, widths, strict=True)]
    return _GAP.join(padded).rstrip()
