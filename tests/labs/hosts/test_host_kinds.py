"""A test whose kind of host cannot run here is skipped by name; one whose kind can run must not be."""

import re
import subprocess
import sys

import pytest

from labs.base.cache import CHECKOUT

CONFTEST = """
import pytest
from medcloud.doctor import hosts
from tests.support import host_kinds

def lacking(kind):
    return hosts.Reason("无 ptrace", "no ptrace", "sysctl") if kind == "uml" else None

def pytest_configure(config):
    config.addinivalue_line("markers", "hostlab(*kinds): boots")
    host_kinds.lacking = lacking
    config.pluginmanager.register(host_kinds)

@pytest.fixture
def booted():
    print("a host boots")
"""
TESTS = """
import pytest

@pytest.mark.hostlab("namespace", "uml")
def test_of_a_kind_that_cannot_run(booted):
    assert False

@pytest.mark.hostlab
def test_of_a_kind_that_can(booted):
    pass

@pytest.mark.hostlab("emulator")
def test_of_a_kind_that_can_and_skips():
    pytest.skip("for no reason")

def test_without_hosts_may_skip():
    pytest.skip("for its own reason")
"""


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> str:
    tmp_path = tmp_path_factory.mktemp("kinds")
    (tmp_path / "conftest.py").write_text(CONFTEST, "utf-8")
    (tmp_path / "test_some.py").write_text(TESTS, "utf-8")
    options = [
        "-rA",
        "--no-fold-skipped",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
        "--rootdir",
        str(tmp_path),
    ]
    words = [sys.executable, "-m", "pytest", *options, str(tmp_path)]
    return subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout


def test_skipped_by_name_with_the_reason(summary: str) -> None:
    (line,) = (line for line in summary.splitlines() if line.startswith("SKIPPED") and "cannot_run" in line)
    assert "test_some.py::test_of_a_kind_that_cannot_run" in line
    assert "无 ptrace / no ptrace" in line
    assert summary.count("a host boots") == 1, "of the kind that can"


def test_a_skip_where_it_can_run_is_a_failure(summary: str) -> None:
    assert re.search("^FAILED .*::test_of_a_kind_that_can_and_skips( - .*)?$", summary, re.MULTILINE)
    assert "skipped although it can run here" in summary
    assert "for no reason" in summary


def test_all_others_are_as_they_were(summary: str) -> None:
    assert re.search("^PASSED .*::test_of_a_kind_that_can( - .*)?$", summary, re.MULTILINE)
    assert re.search("^SKIPPED .*::test_without_hosts_may_skip - .*own reason$", summary, re.MULTILINE)
    assert "1 failed, 1 passed, 2 skipped" in summary
