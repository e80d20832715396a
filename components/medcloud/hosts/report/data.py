"""The report as plain data: what `--json` writes and every other form is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from functools import cache
from typing import Any

from medcloud.hosts.audit.result import HostReport, Result
from medcloud.hosts.controls.control import Control
from medcloud.hosts.errors import HardenError
from medcloud.report.as_json import document
from medcloud.text import Text

FORMAT = "medcloud-harden/2"
"""Since 2, each text is in two languages apart; 1 had both in one string."""


def data(reports: Sequence[HostReport]) -> dict[str, Any]:
    """All hosts, with counts."""
    hosts = [_host(report) for report in reports]
    counts = Counter(result["status"] for host in hosts for result in host["results"])
    content = {
        "time": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "summary": {
            "hosts": len(hosts),
            "failed": sum(1 for h in hosts if h["failed"]),
            **dict(sorted(counts.items())),
        },
        "hosts": hosts,
    }
    return document(FORMAT, content)


def checked(value: Any, place: str) -> dict[str, Any]:
    """Data that was read from a file; HardenError when it is no report."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise HardenError(
            Text(
                f"{place}: 不是 `medcloud harden … --json` 的报告",
                f"{place}: is no report of `medcloud harden … --json`",
            )
        )
    return value


def record(report: Mapping[str, Any]) -> dict[str, Any]:
    """What goes into the ledger: per host the controls by status, without texts."""
    return {
        "time": report["time"],
        "summary": report["summary"],
        "hosts": [
            {
                "name": host["name"],
                "system": host["system"],
                "failed": host["failed"],
                "results": {result["control"]: result["status"] for result in host["results"]},
            }
            for host in report["hosts"]
        ],
    }


@cache
def _same(control: Control) -> Mapping[str, Any]:
    """What is the same on every host, held once: fifty hosts have the same 280 controls."""
    return {
        "control": control.id,
        "family": control.family,
        "severity": control.severity,
        "title": control.title._asdict(),
        "breaks": control.breaks._asdict(),
        "clauses": list(control.clauses),
        "items": list(control.items),
        "proof": control.proof,
        "host_kind": control.host_kind,
    }


def _host(report: HostReport) -> dict[str, Any]:
    return {
        "name": report.name,
        "system": report.system,
        "pretty_name": report.pretty_name,
        "isa": report.isa,
        "level": report.level,
        "container": report.container,
        "failed": report.failed._asdict() if report.failed else None,
        "notes": [note._asdict() for note in report.notes],
        "results": [_result(result) for result in report.results],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        **_same(result.control),
        "status": result.status.value,
        "findings": [finding._asdict() for finding in result.findings],
        "waivers": [use.record() for use in result.waivers],
    }
