"""A pytest plugin: each run leaves what its tests came to in .medcloud/results, for `medcloud coverage`.

With pytest-xdist the workers hand their tests' items over in the reports and what they collected when they
end; the controller alone writes.
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

_ITEMS, _ID, _CASES = "medcloud-items", "medcloud-id", "medcloud-cases"
_RANK = ("skipped", "passed", "failed", "error")


def items_of(test: pytest.Item) -> tuple[str, ...]:
    """The items that a test's marks name."""
    return tuple(dict.fromkeys(str(key) for mark in test.iter_markers("item") for key in mark.args))


def id_of(test: pytest.Item) -> str:
    """Its id without the group that pytest-xdist writes behind it."""
    group = test.get_closest_marker("xdist_group")
    return test.nodeid.removesuffix(f"@{group.args[0]}") if group and group.args else test.nodeid


class Results:
    """Collects the outcomes of one run and writes them when it ends."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._tests: dict[str, dict[str, Any]] = {}
        self._cases: set[str] = set()
        """Tests of the files that were collected whole, chosen or not."""
        self._start = time.time()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Note what there is before ``-k`` and ``-m`` choose."""
        if not config.getoption("lf", default=False):
            part = {arg.partition("::")[0].rpartition("/")[2] for arg in config.args if "::" in arg}
            self._cases = {id_of(item) for item in items if item.path.name not in part}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Give the items to the reports."""
        item.user_properties.append((_ITEMS, list(items_of(item))))
        item.user_properties.append((_ID, id_of(item)))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the worst of set-up, call and tear-down."""
        said = dict(report.user_properties)
        known = self._tests.setdefault(str(said.get(_ID, report.nodeid)), {"items": [], "outcome": "skipped"})
        if isinstance(items := said.get(_ITEMS), list):
            known["items"] = items
        if report.outcome not in _RANK:  # "rerun": the second try counts
            return
        outcome = "error" if report.failed and report.when != "call" else report.outcome
        if report.when == "call" or outcome != "passed":
            known["outcome"] = max(known["outcome"], outcome, key=_RANK.index)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker of pytest-xdist collected; a worker that crashed says nothing."""
        self._cases |= set(getattr(node, "workeroutput", {}).get(_CASES, ()))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the run, unless this is a worker or nothing ran."""
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[_CASES] = sorted(self._cases)
            return
        if not self._tests:
            return
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._start))
        run = {"when": when, "code": digests.of_code(), "tests": self._tests}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{when.replace(':', '')}-{os.getpid()}.json"
        _write(path, run)
        self._forget(path)

    def _forget(self, newest: Path) -> None:
        """Of earlier runs, remove tests that are no more, and runs all of whose tests this one ran again.

        A parametrised test that got another name would else stay what it last was for ever.
        """
        files = {test.partition("::")[0] for test in self._cases}
        for path in self._folder.glob("*.json"):
            run = dict(read(path))
            tests = run.get("tests")
            known = tests if isinstance(tests, dict) else {}
            left = {t: r for t, r in known.items() if t in self._cases or t.partition("::")[0] not in files}
            if path == newest:
                continue
            if set(left) <= set(self._tests):
                path.unlink(missing_ok=True)
            elif len(left) < len(known):
                _write(path, {**run, "tests": left})


def _write(path: Path, run: dict[str, Any]) -> None:
    part = path.with_suffix(".part")
    part.write_text(json.dumps(run, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    part.rename(path)
