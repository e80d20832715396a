"""Reports in their forms."""

from __future__ import annotations

from medcloud.hosts.audit.result import HostReport, Result, Status
from medcloud.hosts.controls import catalogue
from medcloud.hosts.report.data import data
from medcloud.hosts.report.html import html
from medcloud.hosts.report.sarif import sarif
from medcloud.text import Text


def test_reports_say_what_failed_and_escape_it() -> None:
    control = catalogue.control("umask")
    reports = [
        HostReport("a", "anolis-8", results=(Result(control, Status.FAIL, (Text.of("<b>022</b>"),)),)),
        HostReport("b", failed=Text.of("no route")),
    ]
    report = data(reports)
    page, log = html(report), sarif(report)
    assert "&lt;b&gt;022" in page and "no route" in page
    run = log["runs"][0]
    assert run["results"][0]["level"] == "warning" and not run["invocations"][0]["executionSuccessful"]
    assert report["summary"]["fail"] == 1 and report["summary"]["failed"] == 1


def test_each_language_stands_apart() -> None:
    control = catalogue.control("umask")
    said, why = Text("过宽", "too wide"), Text("连不上", "no route")
    failing = HostReport("a", "anolis-8", notes=(said,), results=(Result(control, Status.FAIL, (said,)),))
    report = data([failing, HostReport("b", failed=why)])
    first, second = report["hosts"]
    assert first["failed"] is None
    assert first["notes"] == first["results"][0]["findings"] == [{"zh": said.zh, "en": said.en}]
    assert second["failed"] == {"zh": why.zh, "en": why.en}
    page = html(report)
    for each in (*said, *why):
        assert f">{each}</span>" in page
    assert f"{said.zh} / {said.en}" not in page
