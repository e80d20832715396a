"""A pytest plugin: tests on real parts get one second try, which must not meet what the first left.

Why the first failed is told at the end of the run: what needs a second try is not yet good.
"""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why each first try failed, in a line."""
    failed = terminalreporter.getreports("rerun")
    if failed:
        terminalreporter.section("首次失败的原因 / why first tries failed")
    for report in failed:
        terminalreporter.write_line(f"{report.nodeid} ({report.when}): {_why(report)}")


def _why(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message) if crash is not None else report.longreprtext
    lines = [line for line in text.splitlines() if line.strip()]
    return " ".join(lines[:3])[:400]


def second_try(request: pytest.FixtureRequest) -> bool:
    """Whether the test of this fixture has failed once; what outlives a test is then to be made good."""
    return getattr(request.node, "execution_count", 1) > 1
