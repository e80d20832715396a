"""CSV files with a fixed head line, read strictly; complaints name file, line and column."""

from __future__ import annotations

import csv
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from medcloud.crypto import Refused, refuse
from medcloud.standard.decides import decides
from medcloud.text import Finding, Place, Text
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.source import Unreadable, read

ITEM = "7.1.1.4-d"


class Row:
    """One line of a table."""

    def __init__(self, place: Place, cells: dict[str, str]) -> None:
        self.place, self.cells = place, cells

    def text(self, column: str) -> str:
        """A cell that is not blank."""
        found = self.cells[column].strip()
        if not found:
            raise self.error(column, Text("为空", "is blank"), Text("填写", "fill it in"))
        return found

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """A cell out of a closed list."""
        found = self.text(column)
        if found not in allowed:
            options = ", ".join(allowed)
            raise self.error(
                column,
                Text(f"不可为 {found}", f"cannot be {found}"),
                Text(f"写其一：{options}", f"one of: {options}"),
            )
        return found

    def count(self, column: str) -> int:
        """A whole number from 1."""
        found = self.text(column)
        if not (found.isascii() and found.isdigit() and int(found)):
            raise self.error(
                column,
                Text("应为正整数", "must be a whole number from 1"),
                Text("写数量", "write the number"),
            )
        return int(found)

    def error(self, column: str, message: Text, remedy: Text) -> Refused:
        """The complaint about a cell."""
        return Refused(Finding(replace(self.place, path=column), message, remedy, ITEM))


@decides("7.1.1.4-d")
def read_table(path: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of a file; lines that begin with # are left out. Refused when it is no such table."""
    head = ",".join(columns)
    kind = Kind(Text("清单", "a list in CSV"), Text(f"首行写 {head}", f"begin it with the line {head}"))
    try:
        text = read(path, kind)
    except Unreadable as error:
        raise Refused(*(replace(finding, item=ITEM) for finding in error.findings)) from None
    numbered = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    rows = list(csv.reader(line for _, line in numbered))
    if not rows or [cell.strip() for cell in rows[0]] != list(columns):
        raise _head(path, columns)
    found = []
    for (number, _), cells in zip(numbered[1:], rows[1:], strict=False):
        place = Place(str(path), number)
        if len(cells) != len(columns):
            raise refuse(
                place,
                Text(
                    f"应有 {len(columns)} 列，此行 {len(cells)} 列",
                    f"must have {len(columns)} columns, this line has {len(cells)}",
                ),
                Text("补足或删去多余的逗号", "mend its commas"),
                item=ITEM,
            )
        found.append(Row(place, dict(zip(columns, cells, strict=True))))
    return found


def _head(path: Path, columns: Sequence[str]) -> Refused:
    line = ",".join(columns)
    return refuse(
        Place(str(path)),
        Text("首行不对", "the first line is wrong"),
        Text(f"写 {line}", f"write {line}"),
        item=ITEM,
    )
