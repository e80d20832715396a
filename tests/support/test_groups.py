"""Who shares a worker."""

from __future__ import annotations

import pytest

from tests.support.groups import group_of


@pytest.mark.parametrize(
    ("file", "marks", "group"),
    [
        ("tests/on_lab/test_faults_kill.py", ("lab",), "cloud"),
        ("tests/labs/openstack/test_lab_itself.py", ("lab",), "cloud"),
        ("tests/on_hosts/test_killed.py", ("lab", "hostlab"), "hosts"),
        ("tests/on_hosts/test_emulator_behaviours.py", ("lab", "hostlab"), "emulator"),
        ("tests/review/test_page.py", ("lab",), "tests/review/test_page.py"),
        ("tests/engines/test_engine_runs.py", (), "tests/engines/test_engine_runs.py"),
    ],
)
def test_what_shares_something_real_shares_a_worker(file: str, marks: tuple[str, ...], group: str) -> None:
    assert group_of(f"{file}::test_x", lab="lab" in marks, hostlab="hostlab" in marks) == group
