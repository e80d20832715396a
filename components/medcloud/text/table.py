"""Tables of text whose columns line up, Chinese included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wcwidth import wcswidth

_GAP = "  "


def width(text: str) -> int:
    """Columns of a terminal that a text takes: two for wide characters, none for what is not seen."""
    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)  # -1: it holds a control character


def fill(text: str, columns: int) -> str:
    """The text, made as wide as a column."""
    return text + " " * (columns - width(text))


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> list[str]:
    """Lines of a table; the last column is not padded."""
    cells = [[str(value) for value in row] for row in (head, *rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    return [_line(row, widths) for row in cells]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(fill(text, size) for text, size in zip(row, widths, strict=True)).rstrip()
