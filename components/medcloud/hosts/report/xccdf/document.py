"""The whole document."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # only writes
from collections.abc import Mapping
from typing import Any

import medcloud
from medcloud.hosts.report.xccdf.elements import add, both
from medcloud.hosts.report.xccdf.names import NAMESPACE, SCORING, name
from medcloud.hosts.report.xccdf.outcome import outcome
from medcloud.hosts.report.xccdf.rule import rule

_TITLE = {
    "zh": "主机加固：GB/T 22239-2019 三级与 T/GYJS 014—2025",
    "en": "Host hardening: GB/T 22239-2019 level 3 and T/GYJS 014-2025",
}
_DESCRIPTION = {
    "zh": "medcloud 的控制项，各附条款；标题为要求达到的状态，警示为可能受影响的使用者",
    "en": "medcloud's controls with their clauses; a title is what must hold, a warning who may feel it",
}


def xccdf(report: Mapping[str, Any]) -> bytes:
    """A Benchmark of the report's controls, by family, with a TestResult a host; UTF-8."""
    time = report["time"].replace("+00:00", "Z")
    rules = {result["control"]: result for host in report["hosts"] for result in host["results"]}
    benchmark = ET.Element(
        "Benchmark",
        {"xmlns": NAMESPACE, "id": name("benchmark", "hosts"), "resolved": "true", "xml:lang": "zh-CN"},
    )
    add(benchmark, "status", "accepted", {"date": time[:10]})
    both(benchmark, "title", _TITLE)
    both(benchmark, "description", _DESCRIPTION)
    add(benchmark, "version", medcloud.__version__)
    metadata = add(benchmark, "metadata")
    add(metadata, "dc:creator", "medcloud", {"xmlns:dc": "http://purl.org/dc/elements/1.1/"})
    add(benchmark, "model", attributes={"system": SCORING})
    for family in sorted({result["family"] for result in rules.values()}):
        group = add(benchmark, "Group", attributes={"id": name("group", family), "selected": "true"})
        add(group, "title", family, {"xml:lang": "en"})
        for result in rules.values():
            if result["family"] == family:
                rule(group, result)
    for host in report["hosts"]:
        outcome(benchmark, host, rules.values(), time)
    ET.indent(benchmark)
    text: bytes = ET.tostring(benchmark, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
