"""What was found on a host as a TestResult."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # only writes
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import medcloud
from medcloud.hosts.report.xccdf.elements import add
from medcloud.hosts.report.xccdf.names import SCORING, name
from medcloud.hosts.report.xccdf.rule import check, idents, severity
from medcloud.text import Text

RESULTS = {
    "pass": "pass",
    "fixed": "fixed",
    "fail": "fail",
    "waived": "fail",  # an authority's remark on a failure does not change it; the override carries it
    "not-applicable": "notapplicable",
    "manual": "notchecked",
    "error": "error",
}
"""Our statuses in XCCDF's words."""
_SEVERITY_OF_MESSAGES = {"fail": "warning", "error": "error"}
_GOOD = ("pass", "fixed")
_COUNTED = (*_GOOD, "fail", "error", "unknown")


def outcome(
    parent: ET.Element, host: Mapping[str, Any], rules: Iterable[Mapping[str, Any]], time: str
) -> None:
    """One host. One that could not be looked at has the result unknown for each of `rules`."""
    attributes = {
        "id": name("testresult", host["name"]),
        "end-time": time,
        "version": medcloud.__version__,
        "test-system": f"cpe:/a:medcloud:medcloud:{medcloud.__version__}",
    }
    made = add(parent, "TestResult", attributes=attributes)
    add(made, "title", f"medcloud harden: {host['name']}", {"xml:lang": "en"})
    for note in (*host["notes"], *([host["failed"]] if host["failed"] else [])):
        add(made, "remark", Text(**note).say("both"))
    add(made, "target", host["name"])
    _facts(made, host)
    counts = Counter(_result(made, result, time) for result in host["results"])
    if host["failed"]:
        counts = Counter(_unknown(made, result, Text(**host["failed"]).say("both")) for result in rules)
    _score(made, counts)


def _facts(parent: ET.Element, host: Mapping[str, Any]) -> None:
    facts = add(parent, "target-facts")
    texts = {"system": host["system"], "pretty-name": host["pretty_name"], "isa": host["isa"]}
    for key, value in texts.items():
        if value:
            add(facts, "fact", value, {"name": f"urn:medcloud:fact:{key}", "type": "string"})
    add(facts, "fact", str(host["level"]), {"name": "urn:medcloud:fact:data-level", "type": "number"})
    container = str(bool(host["container"])).lower()
    add(facts, "fact", container, {"name": "urn:medcloud:fact:container", "type": "boolean"})


def _result(parent: ET.Element, result: Mapping[str, Any], time: str) -> str:
    word = RESULTS[result["status"]]
    made = _rule_result(parent, result, word)
    remarks = [_remark(waiver) for waiver in result["waivers"]]
    for waiver, remark in zip(result["waivers"], remarks, strict=True):
        override = add(made, "override", attributes={"time": time, "authority": waiver["approvedBy"]})
        add(override, "old-result", word)
        add(override, "new-result", word)
        add(override, "remark", remark)
    idents(made, result)
    for remark in remarks:  # once more: oscap's reports leave overrides out
        add(made, "message", remark, {"severity": "info"})
    degree = _SEVERITY_OF_MESSAGES.get(word, "info")
    for finding in result["findings"]:
        add(made, "message", Text(**finding).say("both"), {"severity": degree})
    check(made, result)
    return word


def _remark(waiver: Mapping[str, Any]) -> str:
    id_, item, by, until = (waiver[key] for key in ("waiver", "item", "approvedBy", "until"))
    zh = f"豁免 {id_}（{item}，{by}），至 {until}: {waiver['reason']}"
    return Text(zh, f"waiver {id_} ({item}, {by}), until {until}: {waiver['reason']}").say("both")


def _unknown(parent: ET.Element, result: Mapping[str, Any], why: str) -> str:
    made = _rule_result(parent, result, "unknown")
    idents(made, result)
    add(made, "message", why, {"severity": "error"})
    check(made, result)
    return "unknown"


def _rule_result(parent: ET.Element, result: Mapping[str, Any], word: str) -> ET.Element:
    attributes = {"idref": name("rule", result["control"]), "severity": severity(result)}
    made = add(parent, "rule-result", attributes=attributes)
    add(made, "result", word)
    return made


def _score(parent: ET.Element, counts: Mapping[str, int]) -> None:
    """How many of the rules that say something of compliance were met."""
    most = sum(counts.get(word, 0) for word in _COUNTED)
    met = sum(counts.get(word, 0) for word in _GOOD)
    add(parent, "score", str(met), {"system": SCORING, "maximum": str(most)})
