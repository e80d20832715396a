"""All reports look alike: one page's frame and style, one SARIF, one way to write JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from medcloud.hosts.audit.result import HostReport, Result, Status
from medcloud.hosts.controls import catalogue
from medcloud.hosts.report.data import data
from medcloud.hosts.report.html import html
from medcloud.hosts.report.sarif import sarif
from medcloud.text import Text

ROOMS = Path("components/medcloud")
SCHEMA = json.loads(Path("tests/review/data/sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def report(*statuses: Status) -> dict[str, Any]:
    names = ("auditd-on", "umask", "ssh-root-login")
    controls = [catalogue.control(name) for name in names]
    results = [Result(c, s, (Text.of("<b>022</b>"),)) for c, s in zip(controls, statuses, strict=False)]
    lost = HostReport("h-2", failed=Text.of("no route"))
    return data([HostReport("h-1", "anolis-8", results=tuple(results)), lost])


@pytest.mark.parametrize("mark", ["<!doctype", "sarif-2.1.0.json", "<style>"])
def test_no_other_room_makes_its_own(mark: str) -> None:
    files = [
        f for f in ROOMS.rglob("*") if f.suffix in {".py", ".j2"} and mark in f.read_text("utf-8").lower()
    ]
    assert files
    assert {f.relative_to(ROOMS).parts[0] for f in files} == {"report"}


def test_the_hosts_log_is_valid() -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(sarif(report(Status.FAIL, Status.MANUAL, Status.WAIVED)))


def test_what_fails_stands_before_what_a_person_does_and_before_the_hosts() -> None:
    page = html(report(Status.PASS, Status.MANUAL, Status.FAIL))
    places = [page.index(f'id="{name}"') for name in ("unreached", "failing", "manual", "hosts", "host-h-1")]
    assert places == sorted(places)
    failing = page[places[1] : places[2]]
    assert "ssh-root-login" in failing and "umask" not in failing and "&lt;b&gt;022" in failing


def test_a_host_is_folded_with_the_worst_first() -> None:
    page = html(report(Status.PASS, Status.MANUAL, Status.FAIL))
    rows = page[page.index('id="host-h-1"') :]
    assert "<details" in page and rows.index('data-status="fail"') < rows.index('data-status="pass"')


def test_without_a_failure_it_says_so() -> None:
    control = catalogue.control("umask")
    page = html(data([HostReport("h-1", results=(Result(control, Status.PASS),))]), "en")
    assert "Nothing fails" in page and 'class="en code-0"' in page and 'id="manual"' not in page
