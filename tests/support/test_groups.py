"""Who shares a worker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.groups import group_of

ROOT = Path(__file__).parents[2]
TEST = """
import pytest
@pytest.mark.parametrize("n", range(COUNT))
def test_where(n, worker_id, request):
    with open("ran", "a") as ran: print(request.path.parent.name, worker_id, file=ran)
"""


@pytest.mark.parametrize(
    ("file", "group"),
    [
        ("tests/on_lab/test_faults_kill.py", "cloud"),
        ("tests/labs/openstack/test_lab_itself.py", "cloud"),
        ("tests/on_hosts/test_killed.py", "hosts"),
        ("tests/on_hosts/test_emulator_behaviours.py", "emulator"),
        ("tests/labs/hosts/test_emulator.py", "emulator"),
        ("tests/labs/hosts/test_namespaces.py", "tests/labs/hosts/test_namespaces.py"),
        ("tests/review/test_page.py", "tests/review/test_page.py"),
        ("tests/engines/test_engine_runs.py", "tests/engines/test_engine_runs.py"),
    ],
)
def test_what_shares_something_real_shares_a_worker(file: str, group: str) -> None:
    assert (ROOT / file).exists()
    assert group_of(f"{file}::test_x") == group


def test_a_real_run_keeps_each_group_on_one_worker(tmp_path: Path) -> None:
    for folder in ("on_lab", "on_hosts"):
        for name in ("one", "two"):
            file = tmp_path / "tests" / folder / f"test_{folder}_{name}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(TEST.replace("COUNT", "8"))
    more = tmp_path / "tests/engines/test_more.py"
    more.parent.mkdir()
    more.write_text(TEST.replace("COUNT", "40"))
    own = ["-p", "tests.support.groups", "-n", "2", "--dist", "loadgroup"]
    command = [sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", "--rootdir", str(tmp_path), *own]
    env = {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=True)
    ran = (tmp_path / "ran").read_text().splitlines()
    assert len(ran) == 32 + 40
    assert len(set(ran)) == 3, "each folder on one worker"
    begun = [line.split()[0] for line in ran].index("engines")
    assert begun >= 16, "after one of the groups that take longest, although it has most tests"
