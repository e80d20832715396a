"""HTML for people: first what fails and what a person must do, then each host, folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from medcloud.hosts.audit.result import Status
from medcloud.report.page import page
from medcloud.report.severity import SEVERITIES
from medcloud.text import Language, Text

_TEMPLATE = Path(__file__).with_name("report.html.j2")
_TITLE = Text("主机加固报告", "Host hardening report")
_STATUSES = {
    status.value: Text(status.zh, status.value)
    for status in (
        Status.FAIL,
        Status.ERROR,
        Status.MANUAL,
        Status.WAIVED,
        Status.FIXED,
        Status.PASS,
        Status.NOT_APPLICABLE,
    )
}
"""The worst first."""


def html(report: Mapping[str, Any], language: Language = "both") -> str:
    """The page; `language` is what it opens in, its buttons change it."""
    unreached = [host for host in report["hosts"] if host["failed"]]
    failing = _by_control(report, ("fail", "error"))
    return page(
        _TEMPLATE,
        title=_TITLE,
        language=language,
        report={**report, "hosts": [_worst_first(host) for host in report["hosts"]]},
        statuses=_STATUSES,
        unreached=unreached,
        failing=failing,
        manual=_by_control(report, ("manual",)),
        verdict=_verdict(len(failing), len(unreached)),
    )


def _verdict(failing: int, unreached: int) -> Text:
    if not failing and not unreached:
        return Text("没有不符合项", "Nothing fails")
    parts = []
    if failing:
        parts.append(Text(f"{failing} 个控制项不符合或出错", f"{failing} controls fail"))
    if unreached:
        parts.append(Text(f"{unreached} 台主机未完成", f"{unreached} hosts were not done"))
    return Text("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _worst_first(host: Mapping[str, Any]) -> Mapping[str, Any]:
    results = sorted(host["results"], key=lambda r: (list(_STATUSES).index(r["status"]), _degree(r)))
    return {**host, "results": results}


def _degree(result: Mapping[str, Any]) -> int:
    return list(SEVERITIES).index(result["severity"])


def _by_control(report: Mapping[str, Any], statuses: Iterable[str]) -> Sequence[Mapping[str, Any]]:
    """Controls with such a result, the worst first; hosts where the same was found stand together."""
    found: dict[str, dict[str, Any]] = {}
    for host in report["hosts"]:
        for result in host["results"]:
            if result["status"] in statuses:
                group = found.setdefault(result["control"], {"control": result, "seen": {}})
                what = tuple(Text(**said) for said in result["findings"])
                group["seen"].setdefault(what, []).append(host["name"])
    ordered = sorted(found.values(), key=lambda group: _degree(group["control"]))
    return [
        {
            "control": group["control"],
            "seen": [{"findings": what, "hosts": hosts} for what, hosts in group["seen"].items()],
        }
        for group in ordered
    ]
