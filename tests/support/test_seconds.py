"""`--seconds`: a table by folder, alone and with workers, which adds up over runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.seconds import folder_of

ROOT = Path(__file__).parents[2]
TEST = "import time\ndef test_waits(): time.sleep(0.2)\n"


def run(folder: Path, *args: str) -> dict[str, tuple[float, int]]:
    """Seconds and tests by folder, as printed."""
    for name, count in (("one", 1), ("two", 2)):
        (folder / "tests" / name).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / "tests" / name / f"test_{name}{number}.py").write_text(TEST)
    own = ["-p", "tests.support.seconds", "--seconds", str(folder / "seconds.json")]
    command = [sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", "--rootdir", str(folder), *own, *args]
    said = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    ).stdout
    rows = [line.split() for line in said.splitlines() if " tests/" in line]
    return {row[2]: (float(row[0]), int(row[1])) for row in rows}


@pytest.mark.parametrize("workers", ["0", "2"])
def test_every_folder_says_what_it_costs(tmp_path: Path, workers: str) -> None:
    first = run(tmp_path, "-n", workers)
    assert {folder: tests for folder, (_, tests) in first.items()} == {"tests/two": 2, "tests/one": 1}
    assert first["tests/two"][0] >= 0.4 and next(iter(first)) == "tests/two"
    again = run(tmp_path, "-k", "one0")
    assert again["tests/one"][1] == 2 and again["tests/two"] == first["tests/two"]


@pytest.mark.parametrize(
    ("test", "folder"),
    [
        ("tests/policies/ch7_2/test_x.py::test_a[b/c]", "tests/policies"),
        ("tests/labs/hosts/test_uml.py::test_a@hosts", "tests/labs/hosts"),
        ("tests/test_docs.py::test_a", "tests"),
    ],
)
def test_a_folder_is_a_room(test: str, folder: str) -> None:
    assert folder_of(test) == folder
