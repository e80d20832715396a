"""Running chosen tests of a collected session, in a child."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
from _pytest.runner import runtestprotocol

from tools.prove.functions import clear_caches
from tools.prove.results import items_of


@dataclass(frozen=True)
class Known:
    """What the first run, with everything switched on, said of a test."""

    test: pytest.Item
    items: frozenset[str]
    passed: bool
    seconds: float
    ran: frozenset[str]
    """Keys of the functions that it ran."""


def ends(tests: Iterable[pytest.Item]) -> Iterator[tuple[pytest.Item, bool]]:
    """Run tests one after another; with each, whether it passed."""
    clear_caches(dict(sys.modules))
    for test in tests:
        reports = runtestprotocol(test, log=False, nextitem=None)
        yield test, all(report.passed for report in reports)


def marked(tests: Iterable[pytest.Item], items: Iterable[str]) -> list[pytest.Item]:
    """The tests with a mark of one of the items."""
    wanted = set(items)
    return [test for test in tests if wanted & set(items_of(test))]
