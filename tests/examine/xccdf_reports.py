"""A report with every status, on a host that was reached, and a host that was not."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from medcloud.hosts.audit.result import HostReport, Result, Status
from medcloud.hosts.controls import catalogue
from medcloud.hosts.report.data import data
from medcloud.text import Text

WAIVER = {
    "waiver": "W-1",
    "item": "7.2.2-c",
    "resource": "urn:…",
    "reason": "旧系统，六月更换 / old, replaced in June",
    "approvedBy": "Li Lei",
    "until": "2027-06-30",
}


def report(*, waivers: bool = True) -> dict[str, Any]:
    """All controls in turn with each status; findings as hosts print them, bytes and escapes too."""
    statuses = [status for status in Status if waivers or status is not Status.WAIVED]
    pairs = zip(catalogue.controls().values(), cycle(statuses), strict=False)
    results = tuple(Result(control, status, (Text.of("a <b> & \x1b[0m\udc80"),)) for control, status in pairs)
    notes = (Text("未知", "unknown"),)
    made = data(
        [
            HostReport("web 一", "anolis-8", "Anolis OS 8.8", "x86_64", 3, results=results, notes=notes),
            HostReport("db-1", failed=Text.of("no route")),
        ]
    )
    for result in made["hosts"][0]["results"]:
        if result["status"] == "waived":
            result["waivers"] = [WAIVER]
    return made
