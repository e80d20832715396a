"""Shares out of the parts list, at the standard's limits, and lists that cannot be read."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from medcloud.crypto import Refused
from medcloud.evidence import shares
from medcloud.evidence.parts import COLUMNS, judge_shares, read_parts
from medcloud.standard import number
from medcloud.text import Place

LIST = Place("parts.csv")
HEAD = ",".join(COLUMNS) + "\n"


def parts(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "parts.csv"
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.item("7.1.1.4-d")
@pytest.mark.parametrize(
    ("counts", "faults"),
    [
        ((95, 5, 0, 0), []),
        ((949, 51, 1000, 0), ["94.90 %"]),
        ((100, 0, 90, 10), []),
        ((100, 0, 89, 11), ["5.50 %"]),
        ((94, 6, 0, 0), ["94.00 %", "6.00 %"]),
    ],
)
def test_limits(tmp_path: Path, counts: tuple[int, ...], faults: list[str]) -> None:
    """Core from here and abroad, the rest from here and abroad."""
    kinds = (("CN", "yes"), ("US", "yes"), ("CN", "no"), ("DE", "no"))
    rows = [(origin, count, core) for (origin, core), count in zip(kinds, counts, strict=True)]
    lines = [f"other,v,{origin},m,{count},{kind},," for origin, count, kind in rows if count]
    found = judge_shares(read_parts(parts(tmp_path, *lines)), LIST)
    assert [f.message.en.split(" %")[0].split()[-1] + " %" for f in found] == faults
    assert all(f.item == "7.1.1.4-d" and f.place == LIST for f in found)


@pytest.mark.item("7.1.1.4-d")
def test_the_limits_are_the_catalogues(tmp_path: Path) -> None:
    (finding,) = judge_shares(read_parts(parts(tmp_path, "other,v,CN,m,1,no,,")), LIST)
    assert number("7.1.1.4-d", "domestic_share").text_en in finding.message.en
    assert "—" in finding.message.zh


@pytest.mark.item("7.1.1.4-d")
def test_shares_are_exact(tmp_path: Path) -> None:
    found = shares(read_parts(parts(tmp_path, "other,v,CN,m,2,yes,,", "other,v,US,m,1,yes,,")))
    assert (found.domestic, found.foreign) == (Fraction(200, 3), Fraction(100, 3))
    assert shares([]).domestic is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gadget,v,CN,m,1,yes,,", "parts.csv:2 class"),
        ("other,,CN,m,1,yes,,", "parts.csv:2 vendor"),
        ("other,v,China,m,1,yes,,", "parts.csv:2 origin"),
        ("other,v,cn,m,1,yes,,", "parts.csv:2 origin"),
        ("other,v,CN,m,0,yes,,", "parts.csv:2 quantity"),
        ("other,v,CN,m,-1,yes,,", "parts.csv:2 quantity"),
        ("other,v,CN,m,1.5,yes,,", "parts.csv:2 quantity"),
        ("other,v,CN,m,1,true,,", "parts.csv:2 core"),
        ("server,v,CN,m,1,yes,,c86", "parts.csv:2 pool"),
        ("server,v,CN,m,1,yes,core,", "parts.csv:2 isa"),
        ("other,v,CN,m,1,yes", "must have 8 columns, this line has 6"),
    ],
)
@pytest.mark.item("7.1.1.4-d")
def test_lines(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(Refused) as caught:
        read_parts(parts(tmp_path, line))
    assert words in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"# only\n", b"a,b\n1,2\n", b"\xff\xfe\x00"])
@pytest.mark.item("7.1.1.4-d")
def test_not_a_list(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "parts.csv").write_bytes(content)
    with pytest.raises(Refused, match=r"parts\.csv"):
        read_parts(tmp_path / "parts.csv")


@pytest.mark.item("7.1.1.4-d")
def test_no_list(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"cannot be read: No such file.*begin it with the line class,"):
        read_parts(tmp_path / "parts.csv")


def test_as_a_spreadsheet_writes_it(tmp_path: Path) -> None:
    text = (HEAD + '# note\nother,"甲, 乙",CN,m,3,yes,,\n').replace("\n", "\r\n")
    (tmp_path / "parts.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (part,) = read_parts(tmp_path / "parts.csv")
    assert (part.vendor, part.quantity, part.place.line == 3) == ("甲, 乙", 3, True)
