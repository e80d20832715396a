"""OpenSCAP with the published profile for the host's system (Debian's ssg-nondebian)."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # what our own host wrote
from collections import Counter

from labs.base.errors import LabError
from labs.hosts.api import LabHost
from tools.examine.score import Objection, Score

CONTENT = {"anolis-8": "ssg-anolis8-ds.xml", "uos-server-20": "ssg-uos20-ds.xml"}
FOLDER = "/usr/share/xml/scap/ssg/content"
_PROFILE = "xccdf_org.ssgproject.content_profile_standard"
NS = {"x": "http://checklists.nist.gov/xccdf/1.2"}
RULE = "xccdf_org.ssgproject.content_rule_"
_OUT = "/run/medcloud-examine.xml"
_LEAST = 500_000  # kB of memory
_BAD = ("fail", "error", "unknown")  # what could not be checked is not passed


def _has_room(host: LabHost) -> None:
    """Its content takes 200 MiB: a host with less pages for ever, or has it killed."""
    total = int(host.run("awk '/MemTotal/ {print $2}' /proc/meminfo", check=True).stdout)
    if total < _LEAST:
        raise LabError(
            f"主机 {host.name} 内存不足 OpenSCAP 之用，改用 python -m tools.examine.lab up",
            "too little memory for OpenSCAP: boot it with tools.examine.lab",
        )


def examine(host: LabHost) -> Score | None:
    """The rules that are applicable and can be checked; None where there is no profile."""
    if host.system not in CONTENT:
        return None
    _has_room(host)
    content = f"{FOLDER}/{CONTENT[host.system]}"
    command = f"oscap xccdf eval --profile {_PROFILE} --results {_OUT} {content} >/dev/null 2>&1; cat {_OUT}"
    root = ET.fromstring(host.run(command, timeout=900, check=True).stdout)  # noqa: S314
    host.run(["rm", "-f", _OUT])
    results = {
        str(row.get("idref")).removeprefix(RULE): (
            row.findtext("x:result", "", NS),
            str(row.get("severity")),
        )
        for row in root.iterfind(".//x:rule-result", NS)
    }
    counts = Counter(result for result, _ in results.values() if result != "notselected")
    return Score(
        "openscap",
        host.run("oscap --version | head -n 1").stdout.strip(),
        counts["pass"],
        sum(counts[result] for result in ("pass", *_BAD)),
        "rules",
        dict(sorted(counts.items())),
        tuple(
            Objection(rule, result, severity)
            for rule, (result, severity) in sorted(results.items())
            if result not in ("pass", "notapplicable", "notselected")
        ),
        {rule: 1 for rule, (result, _) in results.items() if result in _BAD},
    )
