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
