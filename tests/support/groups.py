"""A pytest plugin: with pytest-xdist, tests that share something real run on one worker (`--dist loadgroup`).

What shares nothing runs beside it: the two labs wait more than they work.
"""

from __future__ import annotations

import pytest

EMULATED = ("tests/labs/hosts/test_emulator.py", "tests/on_hosts/test_emulator_behaviours.py")


def group_of(nodeid: str, *, lab: bool, hostlab: bool) -> str:
    """Of one test: who shares the embedded control planes, who boots an emulator, who boots other hosts.

    What needs neither has its file for a group, so that what a module set up is set up once.
    """
    file = nodeid.partition("::")[0]
    if file in EMULATED:
        return "emulator"
    if hostlab:
        return "hosts"
    return "cloud" if lab and not file.startswith("tests/review/") else file


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name each test's group."""
    for item in items:
        lab, hostlab = (item.get_closest_marker(name) is not None for name in ("lab", "hostlab"))
        item.add_marker(pytest.mark.xdist_group(group_of(item.nodeid, lab=lab, hostlab=hostlab)))
