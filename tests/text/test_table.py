"""Columns line up in a terminal whatever the script."""

from __future__ import annotations

import pytest

from medcloud.text.table import table, width


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("级别", 4), ("e\u0301", 1), ("：", 2), ("", 0), ("a\tb", 3)]
)
def test_width_counts_columns_not_characters(text: str, columns: int) -> None:
    assert width(text) == columns


def test_columns_begin_where_the_head_says() -> None:
    lines = table(("名称", "数"), [("区域医疗", 1), ("abc", 22)])
    assert {width(line[: line.index(last)]) for line, last in zip(lines, "数12", strict=True)} == {10}
