"""Checks across fields are found by walking: a new one is a file, with no list to edit."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from medcloud.model import checks
from tests.model.sample import SAMPLE, findings

PLANTED = """
from medcloud.model.checks._whole import needs_whole
from medcloud.text.reading.problem import Problem
from medcloud.text import Text

def planted(region):
    yield Problem((), Text("种下", "planted"), Text("拔掉", "pull it out"))

@needs_whole("centres")
def whole(region):
    yield Problem((), Text("整体", "planted whole"), Text("拔掉", "pull it out"))

def helper(region, other):
    raise AssertionError("no check")
"""


@pytest.fixture
def _planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "planted.py").write_text(PLANTED, "utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "medcloud.model.checks.planted", raising=False)
    checks.checks.cache_clear()
    yield
    sys.modules.pop("medcloud.model.checks.planted", None)
    checks.checks.cache_clear()


@pytest.mark.usefixtures("_planted")
def test_a_file_is_enough() -> None:
    assert [finding.message.en for finding in findings(SAMPLE)] == ["planted", "planted whole"]


@pytest.mark.usefixtures("_planted")
def test_one_that_needs_sections_whole_is_silent_where_they_are_not() -> None:
    broken = SAMPLE.replace("role: active", "role: asleep", 1)
    said = [finding.message.en for finding in findings(broken)]
    assert "planted" in said
    assert "planted whole" not in said
