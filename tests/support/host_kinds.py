"""Tests that boot hosts: skipped by name where their kind cannot run, failed where one skips that can.

`pytest.mark.hostlab("uml")` names the kinds that a test boots; without a name it is namespace.
"""

import functools
from collections.abc import Generator

import pytest

from medcloud.doctor import hosts

lacking = functools.cache(hosts.lacking)


def kinds(item: pytest.Item) -> tuple[str, ...]:
    """The kinds of hosts that a test boots; none: it boots none."""
    mark = item.get_closest_marker("hostlab")
    return (mark.args or ("namespace",)) if mark else ()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture: what cannot run is not tried."""
    for kind in kinds(item):
        if reason := lacking(kind):
            pytest.skip(f"{kind} 类主机无法在本机运行 / {kind} hosts cannot run here: {reason.text}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """No test of a kind that can run here passes by being skipped."""
    report = yield
    if report.skipped and kinds(item) and not any(map(lacking, kinds(item))):
        report.outcome = "failed"
        report.longrepr = f"跳过了可运行的测试 / skipped although it can run here: {report.longrepr}"
    return report
