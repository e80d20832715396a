"""A pytest plugin: with `--dist loadgroup`, tests that share something real run on one worker.

What shares nothing runs beside it: the two labs wait more than they work. The group follows from the file;
pytest-xdist's own marks need a private attribute that pytest 9.2 no longer has, and were silently no groups.
"""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # it has no types

SHARED = {
    "tests/labs/hosts/test_emulator.py": "emulator",
    "tests/on_hosts/test_emulator_behaviours.py": "emulator",
    "tests/on_hosts/": "hosts",
    "tests/on_lab/": "cloud",
    "tests/labs/openstack/": "cloud",
}
"""What begins so to its group, the first that fits: who boots an emulator, who shares the bench of hosts, who
the embedded control planes."""
LONGEST = ("cloud", "hosts", "emulator")
"""What takes most of a run, the longest first: begun late, it would be what a run ends with alone."""


def group_of(nodeid: str) -> str:
    """Of one test; what shares nothing has its file for a group, so that a module is set up once."""
    file = nodeid.partition("::")[0]
    return next((group for start, group in SHARED.items() if file.startswith(start)), file)


class ByGroup(LoadScopeScheduling):  # type: ignore[misc]  # for the same reason
    """A test's scope is its group."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def rank(nodeid: str) -> int:
    """When a test's group is begun."""
    group = group_of(nodeid)
    return LONGEST.index(group) if group in LONGEST else len(LONGEST)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let workers have the longest groups first."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: rank(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByGroup | None:
    """Schedule by group, in the order in which workers have them."""
    if config.getoption("dist") != "loadgroup":
        return None
    config.option.loadscopereorder = False
    return ByGroup(config, log)
