"""What a run leaves for `medcloud coverage`, alone and on several workers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CONFTEST = """
from tools.prove.results import Results
def pytest_configure(config):
    config.addinivalue_line("markers", "item(*ids): x")
    config.pluginmanager.register(Results(config.rootpath), "medcloud-results")
"""
TESTS = """
import pytest
@pytest.mark.item("6.5-b", "A.1-c")
def test_good(): pass
@pytest.mark.item("7.2.1-b")
def test_bad(): assert False
def test_bare(): pass
@pytest.mark.item("B.1-c")
@pytest.mark.skip
def test_skipped(): pass
@pytest.fixture
def broken(): raise ValueError
@pytest.mark.item("6.5-b")
def test_error(broken): pass
@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.item("C.2-a")), 2])
@pytest.mark.item("7.2.1-b")
def test_each(x): pass
TRIES = []
@pytest.mark.item("7.2.1-b")
@pytest.mark.flaky(reruns=1)
def test_second_try():
    TRIES.append(1)
    assert len(TRIES) == 2
"""
EXPECTED = {
    "test_good": (["6.5-b", "A.1-c"], "passed"),
    "test_bad": (["7.2.1-b"], "failed"),
    "test_bare": ([], "passed"),
    "test_skipped": (["B.1-c"], "skipped"),
    "test_error": (["6.5-b"], "error"),
    "test_second_try": (["7.2.1-b"], "passed"),
    "test_each[1]": (["C.2-a", "7.2.1-b"], "passed"),
    "test_each[2]": (["7.2.1-b"], "passed"),
}


def run(folder: Path, *args: str, text: str = TESTS, what: str = ".") -> list[dict[str, Any]]:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_it.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", "--rootdir", str(folder), *args, what]
    subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    return [json.loads(path.read_text()) for path in (folder / ".medcloud" / "results").iterdir()]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_outcomes_and_items(tmp_path: Path, workers: str) -> None:
    (said,) = run(tmp_path, "-n", workers)
    found = {name.partition("::")[2]: test for name, test in said["tests"].items()}
    assert {name: (sorted(t["items"]), t["outcome"]) for name, t in found.items()} == {
        name: (sorted(items), outcome) for name, (items, outcome) in EXPECTED.items()
    }
    assert said["code"]
    assert said["when"].endswith("Z")


def test_a_later_run_of_the_same_tests_replaces_an_earlier_and_a_part_does_not(tmp_path: Path) -> None:
    assert len(run(tmp_path)) == 1
    assert len(run(tmp_path)) == 1
    assert len(run(tmp_path, "-k", "good")) == 2


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_case_that_got_another_name_is_forgotten(tmp_path: Path, workers: str) -> None:
    grouped = (
        TESTS
        + """
@pytest.mark.xdist_group("g")
@pytest.mark.parametrize("x", ["old"])
def test_renamed(x): assert x != "old"
"""
    )
    run(tmp_path, "-n", workers, text=grouped)
    again = grouped.replace('["old"]', '["new"]')
    first, second = run(tmp_path, "-n", workers, "--dist", "loadgroup", "-k", "renamed or good", text=again)
    names = sorted(name.partition("::")[2] for said in (first, second) for name in said["tests"])
    assert names == sorted([*EXPECTED, "test_good", "test_renamed[new]"])


def test_one_case_by_its_id_forgets_no_other(tmp_path: Path) -> None:
    run(tmp_path)
    before, _ = sorted(run(tmp_path, what="test_it.py::test_each[1]"), key=lambda said: -len(said["tests"]))
    assert len(before["tests"]) == len(EXPECTED)
