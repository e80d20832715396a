"""What is kept of a data file never outlives the file, and is never needed."""

from __future__ import annotations

import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest

from medcloud.standard import kept as module
from medcloud.standard.kept import kept


class Parser:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, path: Path, content: bytes) -> dict[Any, Any]:
        self.asked += 1
        return {1: content.decode(), "figures": [0.5, None, "字"]}


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> Parser:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return Parser()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "7.2.yaml"
    path.write_text("first", "utf-8")
    return path


def test_a_file_is_parsed_once(file: Path, parser: Parser) -> None:
    assert kept(file, parser) == kept(file, parser) == {1: "first", "figures": [0.5, None, "字"]}
    assert parser.asked == 1


def test_another_content_of_the_same_length_is_read_anew(file: Path, parser: Parser) -> None:
    kept(file, parser)
    file.write_text("tsrif", "utf-8")
    assert kept(file, parser)[1] == "tsrif"
    assert parser.asked == 2


@pytest.mark.parametrize("broken", [b"", b"\xff\xfe", b"N", b"(\x04\x00\x00\x00", b"[\xff\xff\xff\x7f"])
def test_a_broken_one_is_made_anew(file: Path, parser: Parser, broken: bytes) -> None:
    kept(file, parser)
    place = Path(cache_from_source(str(file)))
    place.write_bytes(broken)
    assert kept(file, parser)[1] == "first"
    assert parser.asked == 2
    assert place.read_bytes() != broken


def test_another_form_is_made_anew(file: Path, parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(file, parser)
    monkeypatch.setattr(module, "_FORM", module._FORM + 1)
    kept(file, parser)
    assert parser.asked == 2


def test_nothing_is_kept_where_byte_code_is_not(
    file: Path, parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept(file, parser)
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_cannot_be_written_is_no_harm(file: Path, parser: Parser) -> None:
    (file.parent / "__pycache__").write_text("no folder")
    assert kept(file, parser)[1] == "first"
    assert kept(file, parser)[1] == "first"
    assert parser.asked == 2
