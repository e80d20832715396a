"""OpenSCAP's results out of what a host printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from subprocess import CompletedProcess
from typing import Any, cast

import pytest

from labs.base.errors import LabError
from labs.hosts.api import LabHost
from tools.examine import openscap

RESULTS = "".join(
    f'<rule-result idref="{openscap.RULE}{rule}" severity="low"><result>{result}</result></rule-result>'
    for rule, result in (
        ("a", "pass"),
        ("b", "fail"),
        ("c", "error"),
        ("d", "notapplicable"),
        ("e", "notselected"),
        ("f", "notchecked"),
    )
)


@dataclass
class _Host:
    memory: int = 1_000_000  # kB
    system: str = "anolis-8"
    name: str = "a-1"
    ran: list[Any] = field(default_factory=list)

    def run(self, command: Any, **_: Any) -> CompletedProcess[str]:
        self.ran.append(command)
        if "MemTotal" in command:
            return CompletedProcess(command, 0, f"{self.memory}\n")
        if "--version" in command:
            return CompletedProcess(command, 0, "oscap 1\n")
        text = f'<Benchmark xmlns="{openscap.NS["x"]}"><TestResult>{RESULTS}</TestResult></Benchmark>'
        return CompletedProcess(command, 0, text)


def test_what_could_not_be_checked_is_not_passed() -> None:
    found = openscap.examine(cast(LabHost, _Host()))
    assert found is not None
    assert (found.good, found.of, found.missing) == (1, 3, {"b": 1, "c": 1})
    assert [(f.id, f.text) for f in found.findings] == [("b", "fail"), ("c", "error"), ("f", "notchecked")]


def test_a_system_without_a_profile_is_passed_over() -> None:
    assert openscap.examine(cast(LabHost, _Host(system="debian-12"))) is None


def test_a_host_that_would_page_for_ever_is_refused() -> None:
    host = _Host(memory=240_000)
    with pytest.raises(LabError, match=r"tools\.examine\.lab"):
        openscap.examine(cast(LabHost, host))
    assert len(host.ran) == 1
