"""Our XCCDF, as OpenSCAP validates and reads it: the schema that it ships, not one of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from medcloud.hosts.report.xccdf import xccdf
from tests.examine.xccdf_reports import report
from tools.examine.scanner import oscap

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]
# Its schematron asks an override of every result of a TestResult as soon as one has one.
_SCHEMATRON = "must match the value of the 'new-result' element"


def _file(tmp_path: Path, made: dict[str, Any]) -> str:
    path = tmp_path / "harden.xml"
    path.write_bytes(xccdf(made))
    return str(path)


def test_without_waivers_it_is_valid_by_schema_and_schematron(tmp_path: Path) -> None:
    ran = oscap(["xccdf", "validate", _file(tmp_path, report(waivers=False))])
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_with_waivers_it_is_valid_and_schematron_has_that_one_complaint(tmp_path: Path) -> None:
    path = _file(tmp_path, report())
    ran = oscap(["xccdf", "validate", "--skip-schematron", path])
    assert ran.returncode == 0, ran.stdout + ran.stderr
    said = oscap(["xccdf", "validate", path]).stdout
    assert all(_SCHEMATRON in line for line in said.splitlines() if line.startswith("Error"))


def test_the_schema_would_notice(tmp_path: Path) -> None:
    made = report(waivers=False)
    made["hosts"][0]["results"][0]["severity"] = "dreadful"
    ran = oscap(["xccdf", "validate", _file(tmp_path, made)])
    assert ran.returncode != 0 and "dreadful" in ran.stdout + ran.stderr


@pytest.mark.parametrize(("host", "found"), [(0, "W-1 (7.2.2-c, Li Lei)"), (1, "no route")])
def test_it_makes_a_report_of_a_host(tmp_path: Path, host: int, found: str) -> None:
    made = report()
    made["hosts"].append(made["hosts"].pop(host))  # oscap 1.3.7 shows the last, whatever --result-id says
    ran = oscap(["xccdf", "generate", "report", _file(tmp_path, made)])
    assert ran.returncode == 0, ran.stderr
    assert found in ran.stdout and "8.1.4.1-a" in ran.stdout
