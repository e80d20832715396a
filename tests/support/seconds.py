"""A pytest plugin: `--seconds FILE` ends a run with seconds by folder, of this run and those before it.

What the workers of pytest-xdist ran is counted as what ran here: reports carry their durations.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

WALL = "wall"
"""Beside the folders: seconds from the start of each run to its end."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--seconds`."""
    parser.addoption(
        "--seconds",
        metavar="FILE",
        help="end with seconds by folder, added to those of the runs before in FILE",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Only where it is asked for, and not in a worker."""
    if (file := config.getoption("--seconds")) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Seconds(Path(file)), "medcloud-seconds")


class Seconds:
    """Adds up set-up, call and tear-down of every test, second tries too."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._begun = time.monotonic()
        self._seconds: dict[str, float] = {}
        self._tests: dict[str, set[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add one."""
        folder = folder_of(report.nodeid)
        self._seconds[folder] = self._seconds.get(folder, 0) + report.duration
        self._tests.setdefault(folder, set()).add(report.nodeid)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the sums and the table."""
        mine = {folder: (seconds, len(self._tests[folder])) for folder, seconds in self._seconds.items()}
        mine[WALL] = (time.monotonic() - self._begun, 0)
        sums = added(read(self._file), mine)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(sums), encoding="utf-8")
        terminalreporter.section("各目录用时（秒） / seconds by folder")
        for line in table(sums):
            terminalreporter.write_line(line)


def folder_of(nodeid: str) -> str:
    """The room of a test: `tests/policies` of what lies under it, `tests/labs/hosts` as a lab is a room."""
    parts = nodeid.partition("::")[0].split("/")[:-1]
    return "/".join(parts[: 3 if parts[1:2] == ["labs"] else 2]) or "."


def read(file: Path) -> dict[str, tuple[float, int]]:
    """Seconds and tests by folder, as earlier runs left them; nothing where there is no such file."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {folder: (seconds, tests) for folder, (seconds, tests) in found.items()}


def added(
    one: Mapping[str, tuple[float, int]], other: Mapping[str, tuple[float, int]]
) -> dict[str, tuple[float, int]]:
    """Both together."""
    rows = {folder: (one.get(folder, (0, 0)), other.get(folder, (0, 0))) for folder in {**one, **other}}
    return {folder: (a + c, b + d) for folder, ((a, b), (c, d)) in rows.items()}


def table(sums: Mapping[str, tuple[float, int]]) -> list[str]:
    """The dearest folder first, then all of them, and how long one waited for it."""
    rows = {folder: row for folder, row in sums.items() if folder != WALL}
    lines = [
        f"{seconds:8.1f}  {tests:5d}  {folder}"
        for folder, (seconds, tests) in sorted(rows.items(), key=lambda row: -row[1][0])
    ]
    whole = sum(seconds for seconds, _ in rows.values())
    lines.append(f"{whole:8.1f}  {sum(tests for _, tests in rows.values()):5d}  合计 / together")
    return [*lines, f"{sums[WALL][0]:8.1f}         历时 / from start to end"]
