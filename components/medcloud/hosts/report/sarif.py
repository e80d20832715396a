"""SARIF 2.1.0: a rule a control, a result a control and host that is not met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from medcloud.report.sarif import level, log, result, rule
from medcloud.text import Text

_KINDS = {
    "pass": "pass",
    "fixed": "pass",
    "fail": "fail",
    "waived": "fail",
    "error": "review",
    "manual": "review",
    "not-applicable": "notApplicable",
}


def sarif(report: Mapping[str, Any]) -> dict[str, Any]:
    """One run over all hosts; a host is the artifact that a result is about."""
    rules = {result["control"]: result for host in report["hosts"] for result in host["results"]}
    ids = list(rules)
    return log(
        "medcloud harden",
        [_rule(rules[id_]) for id_ in ids],
        [
            _result(host["name"], found, ids.index(found["control"]))
            for host in report["hosts"]
            for found in host["results"]
        ],
        invocation={
            "executionSuccessful": not any(host["failed"] for host in report["hosts"]),
            "endTimeUtc": report["time"].replace("+00:00", "Z"),
            "toolExecutionNotifications": [
                {"level": "error", "message": {"text": f"{host['name']}: {_both(host['failed'])}"}}
                for host in report["hosts"]
                if host["failed"]
            ],
        },
    )


def _rule(control: Mapping[str, Any]) -> dict[str, Any]:
    breaks = _both(control["breaks"])
    return rule(
        control["control"],
        control["severity"],
        title=_both(control["title"]),
        why=breaks,
        help_=breaks,
        tags=[control["family"], *(f"GB/T 22239 {c}" for c in control["clauses"]), *control["items"]],
        properties={"proof": control["proof"], "hostKind": control["host_kind"]},
    )


def _result(host: str, found: Mapping[str, Any], index: int) -> dict[str, Any]:
    kind = _KINDS[found["status"]]
    text = "; ".join(map(_both, found["findings"])) or found["status"]
    said = result(
        found["control"],
        index,
        level(found["severity"]) if kind == "fail" else "none",
        f"{host}: {text}",
        location={"logicalLocations": [{"name": host, "kind": "host", "fullyQualifiedName": f"host/{host}"}]},
        fingerprint={"host/control": f"{host}/{found['control']}"},
    )
    said["kind"] = kind
    if found["waivers"]:
        said["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": f"{w['waiver']}: {w['reason']}"}
            for w in found["waivers"]
        ]
    return said


def _both(said: Mapping[str, str]) -> str:
    """SARIF has room for one language."""
    return Text(**said).say("both")
