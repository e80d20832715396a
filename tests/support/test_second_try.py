"""Why a first try failed is told, alone and with workers; the second knows that it is one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEST = """
import pytest
from tests.support.second_try import second_try

@pytest.fixture
def again(request): return second_try(request)

@pytest.mark.flaky(reruns=1)
def test_once(again): assert again, "the daemon was late"
"""


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_reason_of_a_first_failure_is_told(tmp_path: Path, workers: str) -> None:
    (tmp_path / "test_it.py").write_text(TEST)
    words = [
        "-q",
        "-c",
        "/dev/null",
        "--rootdir",
        str(tmp_path),
        "-p",
        "tests.support.second_try",
        "-n",
        workers,
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "test_once (call): AssertionError: the daemon was late" in done.stdout
