"""CSV files with a fixed head line, read strictly; complaints name file, line and column."""

from __future__ import annotations

import csv
from collections.abc import Collection, Sequence
from pathlib import Path

from medcloud.crypto import Finding, Refused, refuse
from medcloud.standard.decides import decides

ITEM = "7.1.1.4-d"


class Row:
    """One line of a table."""

    def __init__(self, place: str, cells: dict[str, str]) -> None:
        self.place, self.cells = place, cells

    def text(self, column: str) -> str:
        """A cell that is not blank."""
        found = self.cells[column].strip()
        if not found:
            raise self.error(column, "为空", "is blank", "填写", "fill it in")
        return found

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """A cell out of a closed list."""
        found = self.text(column)
        if found not in allowed:
            options = ", ".join(allowed)
            raise self.error(
                column, f"不可为 {found}", f"cannot be {found}", f"写其一：{options}", f"one of: {options}"
            )
        return found

    def count(self, column: str) -> int:
        """A whole number from 1."""
        found = self.text(column)
        if not (found.isascii() and found.isdigit() and int(found)):
            raise self.error(
                column, "应为正整数", "must be a whole number from 1", "写数量", "write the number"
            )
        return int(found)

    def error(self, column: str, *words: str) -> Refused:
        """The complaint about a cell: zh, en, remedy zh, remedy en."""
        zh, en, remedy_zh, remedy_en = words
        return Refused([Finding(f"{self.place} {column}", zh, en, remedy_zh, remedy_en, ITEM)])


@decides("7.1.1.4-d")
def read_table(path: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of a file; lines that begin with # are left out. Refused when it is no such table."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # spreadsheets put a mark before it
    except (OSError, UnicodeDecodeError):
        raise refuse(
            str(path),
            "没有可读的清单（UTF-8 CSV）",
            "there is no list that can be read (CSV in UTF-8)",
            f"写一个，首行为 {','.join(columns)}",
            f"write one that begins with the line {','.join(columns)}",
            item=ITEM,
        ) from None
    numbered = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    rows = list(csv.reader(line for _, line in numbered))
    if not rows or [cell.strip() for cell in rows[0]] != list(columns):
        raise _head(path, columns)
    found = []
    for (number, _), cells in zip(numbered[1:], rows[1:], strict=False):
        place = f"{path}:{number}"
        if len(cells) != len(columns):
            raise refuse(
                place,
                f"应有 {len(columns)} 列，此行 {len(cells)} 列",
                f"must have {len(columns)} columns, this line has {len(cells)}",
                "补足或删去多余的逗号",
                "mend its commas",
                item=ITEM,
            )
        found.append(Row(place, dict(zip(columns, cells, strict=True))))
    return found


def _head(path: Path, columns: Sequence[str]) -> Refused:
    line = ",".join(columns)
    return refuse(str(path), "首行不对", "the first line is wrong", f"写 {line}", f"write {line}", item=ITEM)
