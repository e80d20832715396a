"""A pytest plugin: each run leaves what its tests came to in .medcloud/results, for `medcloud coverage`.

With pytest-xdist the workers hand their tests' items over in the reports, and the controller alone writes.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from medcloud.matrix import digests
from medcloud.matrix.results import FOLDER, read

_ITEMS = "medcloud-items"
_RANK = ("skipped", "passed", "failed", "error")


def items_of(test: pytest.Item) -> tuple[str, ...]:
    """The items that a test's marks name."""
    return tuple(dict.fromkeys(str(key) for mark in test.iter_markers("item") for key in mark.args))


class Results:
    """Collects the outcomes of one run and writes them when it ends."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._tests: dict[str, dict[str, Any]] = {}
        self._start = time.time()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Give the items to the reports."""
        item.user_properties.append((_ITEMS, list(items_of(item))))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the worst of set-up, call and tear-down."""
        known = self._tests.setdefault(report.nodeid, {"items": [], "outcome": "skipped"})
        for name, value in report.user_properties:
            if name == _ITEMS and isinstance(value, list):
                known["items"] = value
        if report.outcome not in _RANK:  # "rerun": the second try counts
            return
        outcome = "error" if report.failed and report.when != "call" else report.outcome
        if report.when == "call" or outcome != "passed":
            known["outcome"] = max(known["outcome"], outcome, key=_RANK.index)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the run, unless this is a worker or nothing ran."""
        if hasattr(session.config, "workerinput") or not self._tests:
            return
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._start))
        run = {"when": when, "code": digests.of_code(), "tests": self._tests}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{when.replace(':', '')}-{os.getpid()}.json"
        part = path.with_suffix(".part")
        part.write_text(json.dumps(run, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        part.rename(path)
        self._forget(path)

    def _forget(self, newest: Path) -> None:
        """Remove earlier runs all of whose tests this one ran again."""
        for path in self._folder.glob("*.json"):
            tests = read(path).get("tests")
            if path != newest and set(tests if isinstance(tests, dict) else ()) <= set(self._tests):
                path.unlink(missing_ok=True)
