"""The file in which people confirm changes: read strictly, every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.region_files import ConfirmationsRefused, confirm_path, read_confirmed

GOOD = """\
medcloud: confirmations/1
confirm:
- {change: "lost:gateway@e1", reason: moved to the county, by: li}
- {change: "opened:ai->his:tcp/8443", reason: study 7, by: wang}
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "region.confirm.yaml"
    file.write_text(text, "utf-8")
    return file


def test_it_lies_beside_the_region_file() -> None:
    assert confirm_path(Path("a/region.yaml")) == Path("a/region.confirm.yaml")
    assert confirm_path(Path("city.yml")) == Path("city.confirm.yaml")


def test_entries_have_their_lines(tmp_path: Path) -> None:
    found = read_confirmed(write(tmp_path, GOOD))
    assert [(c.change, c.by, c.line) for c in found] == [
        ("lost:gateway@e1", "li", 3),
        ("opened:ai->his:tcp/8443", "wang", 4),
    ]


def test_no_file_confirms_nothing(tmp_path: Path) -> None:
    assert read_confirmed(tmp_path / "region.confirm.yaml") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("confirmations/1", "waivers/1", 1, "confirmations/1"),
        ("medcloud: confirmations/1\n", "", 1, "text"),
        ("reason: study 7", 'reason: ""', 4, "not blank"),
        (", by: li", "", 3, "not blank"),
        ("by: wang", "by: wang, until: never", 4, "unknown field"),
        ("opened:ai->his:tcp/8443", "lost:gateway@e1", 4, "confirmed twice"),
        (", by: li}", ", by: li", 4, "not valid YAML"),
    ],
)
def test_a_fault_has_its_line(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert old in GOOD
    file = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(ConfirmationsRefused) as refused:
        read_confirmed(file)
    assert [f.place.line for f in refused.value.findings] == [line], str(refused.value)
    assert says in str(refused.value)


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfirmationsRefused) as refused:
        read_confirmed(write(tmp_path, GOOD.replace("by: li", 'by: ""').replace("by: wang", "by: ~")))
    assert [f.place.line for f in refused.value.findings] == [3, 4]
