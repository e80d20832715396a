"""docs/interpretation.md is what the catalogue says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from medcloud.standard import readings
from medcloud.standard.interpretation import text

DOCUMENT = Path(__file__).parents[2] / "docs" / "interpretation.md"


def test_committed_document_is_the_generated_one() -> None:
    command = [sys.executable, "-m", "medcloud.standard.interpretation"]
    printed = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == printed, f"run: {' '.join(command[1:])} > {DOCUMENT.name}"


def test_every_reading_is_there_in_both_languages() -> None:
    document = text()
    for reading in readings():
        assert f"`{reading.setting}`" in document
        assert reading.reading_zh in document and reading.stricter_en in document
