"""Our lines in a module's files: each goes to its one place, or nothing is built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.engines import patch, table
from tools.engines.errors import EngineError

SOURCE = "one\ntwo\nthree\n"
EDITS = {"module": "example.org/thing", "edits": [{"file": "a/b.go", "find": "two\n", "put": "two\nours\n"}]}
GO = """#!/bin/sh
case "$2" in
  download) echo '{"Dir": "'"$MODULE"'"}';;
  edit) echo "$3" >> replaced;;
esac
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A module in a read-only cache, a `go` that knows it, and a build folder with the edits."""
    module = tmp_path / "cache/a"
    module.mkdir(parents=True)
    (module / "b.go").write_text(SOURCE)
    (module / "b.go").chmod(0o444)
    (module / "b_test.go").write_text("")
    go = tmp_path / "go"
    go.write_text(GO)
    go.chmod(0o755)
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "edits.yaml").write_text(json.dumps(EDITS))
    return folder


def applied(work: Path) -> None:
    env = {"MODULE": str(work.parent / "cache"), "PATH": "/usr/bin:/bin"}
    patch.apply(str(work.parent / "go"), work, work / "edits.yaml", env)


def test_a_copy_is_edited_and_pointed_to(work: Path) -> None:
    applied(work)
    assert (work / "patched/a/b.go").read_text() == "one\ntwo\nours\nthree\n"
    assert not (work / "patched/a/b_test.go").exists()
    assert (work.parent / "cache/a/b.go").read_text() == SOURCE
    assert (work / "replaced").read_text() == "-replace=example.org/thing=./patched\n"


@pytest.mark.parametrize("text", ["one\nthree\n", "two\ntwo\n"], ids=["gone", "twice"])
def test_a_text_that_is_not_there_once_is_refused(work: Path, text: str) -> None:
    source = work.parent / "cache/a/b.go"
    source.chmod(0o644)
    source.write_text(text)
    with pytest.raises(EngineError, match=r"a/b\.go does not fit edits\.yaml"):
        applied(work)


def test_edits_are_part_of_the_engines_key() -> None:
    engine = next(row for row in table.load() if row.edits)
    assert {"edits.yaml", "journal.go"} <= {path.name for path in engine.inputs()}
