"""SARIF 2.1.0: a rule a control, a result a control and host that is not met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import medcloud

_LEVELS = {"low": "note", "medium": "warning", "high": "error", "critical": "error"}
_KINDS = {
    "pass": "pass",
    "fixed": "pass",
    "fail": "fail",
    "waived": "fail",
    "error": "review",
    "manual": "review",
    "not-applicable": "notApplicable",
}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(report: Mapping[str, Any]) -> dict[str, Any]:
    """One run over all hosts; a host is the artifact that a result is about."""
    rules = {result["control"]: result for host in report["hosts"] for result in host["results"]}
    ids = list(rules)
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "medcloud harden",
                        "version": medcloud.__version__,
                        "rules": [_rule(rules[id_]) for id_ in ids],
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": not any(host["failed"] for host in report["hosts"]),
                        "endTimeUtc": report["time"].replace("+00:00", "Z"),
                        "toolExecutionNotifications": [
                            {"level": "error", "message": {"text": f"{host['name']}: {host['failed']}"}}
                            for host in report["hosts"]
                            if host["failed"]
                        ],
                    }
                ],
                "results": [
                    _result(host["name"], result, ids.index(result["control"]))
                    for host in report["hosts"]
                    for result in host["results"]
                ],
            }
        ],
    }


def _rule(result: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": result["control"],
        "shortDescription": {"text": f"{result['title']['zh']} / {result['title']['en']}"},
        "help": {"text": f"{result['breaks']['zh']} / {result['breaks']['en']}"},
        "defaultConfiguration": {"level": _LEVELS[result["severity"]]},
        "properties": {
            "tags": [result["family"], *(f"GB/T 22239 {c}" for c in result["clauses"]), *result["items"]],
            "proof": result["proof"],
            "hostKind": result["hostKind"],
        },
    }


def _result(host: str, result: Mapping[str, Any], index: int) -> dict[str, Any]:
    kind = _KINDS[result["status"]]
    text = "; ".join(result["findings"]) or result["status"]
    found: dict[str, Any] = {
        "ruleId": result["control"],
        "ruleIndex": index,
        "kind": kind,
        "level": _LEVELS[result["severity"]] if kind == "fail" else "none",
        "message": {"text": f"{host}: {text}"},
        "locations": [
            {"logicalLocations": [{"name": host, "kind": "host", "fullyQualifiedName": f"host/{host}"}]}
        ],
        "partialFingerprints": {"host/control": f"{host}/{result['control']}"},
    }
    if result["waivers"]:
        found["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": f"{w['waiver']}: {w['reason']}"}
            for w in result["waivers"]
        ]
    return found
