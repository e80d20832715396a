"""OpenSCAP with the published profile for the host's system (Debian's ssg-nondebian)."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # what our own host wrote
from collections import Counter

from tools.examine.memory import room
from tools.examine.score import Finding, Score
from tools.hostlab.api import LabHost

_CONTENT = {"anolis-8": "ssg-anolis8-ds.xml", "uos-server-20": "ssg-uos20-ds.xml"}
_FOLDER = "/usr/share/xml/scap/ssg/content"
_PROFILE = "xccdf_org.ssgproject.content_profile_standard"
_NS = {"x": "http://checklists.nist.gov/xccdf/1.2"}
_RULE = "xccdf_org.ssgproject.content_rule_"
_OUT = "/run/medcloud-examine.xml"


def examine(host: LabHost) -> Score | None:
    """Per cent of the rules that are applicable and were checked; None where there is no profile."""
    if host.system not in _CONTENT:
        return None
    content = f"{_FOLDER}/{_CONTENT[host.system]}"
    command = f"oscap xccdf eval --profile {_PROFILE} --results {_OUT} {content} >/dev/null 2>&1; cat {_OUT}"
    with room(host):
        root = ET.fromstring(host.run(command, timeout=900, check=True).stdout)  # noqa: S314
    host.run(["rm", "-f", _OUT])
    results = {
        str(row.get("idref")).removeprefix(_RULE): (
            row.findtext("x:result", "", _NS),
            str(row.get("severity")),
        )
        for row in root.iterfind(".//x:rule-result", _NS)
    }
    counts = Counter(result for result, _ in results.values() if result != "notselected")
    checked = counts["pass"] + counts["fail"]
    return Score(
        "openscap",
        host.run("oscap --version | head -n 1").stdout.strip(),
        round(100 * counts["pass"] / checked, 1) if checked else 0.0,
        100,
        "% of applicable rules",
        dict(sorted(counts.items())),
        tuple(
            Finding(rule, result, severity)
            for rule, (result, severity) in sorted(results.items())
            if result not in ("pass", "notapplicable", "notselected")
        ),
    )
