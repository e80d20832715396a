"""A control as a Rule."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # only writes
from collections.abc import Mapping
from typing import Any

from medcloud.hosts.report.xccdf.elements import add, both
from medcloud.hosts.report.xccdf.names import CHECK_SYSTEM, CLAUSE_SYSTEM, ITEM_SYSTEM, name

_SEVERITIES = {"critical": "high"}
"""XCCDF ends at high."""


def rule(parent: ET.Element, result: Mapping[str, Any]) -> None:
    """The Rule of a result's control, in the order of elements that the schema asks for."""
    made = add(
        parent,
        "Rule",
        attributes={
            "id": name("rule", result["control"]),
            "selected": "true",
            "severity": severity(result),
        },
    )
    both(made, "title", result["title"])
    proof = f"proof: {result['proof']}, host: {result['host_kind']}"
    add(made, "description", f"{result['control']} ({proof})", {"xml:lang": "en"})
    both(made, "warning", result["breaks"])
    idents(made, result)
    fix = f"medcloud harden apply --control {result['control']}"
    add(made, "fixtext", fix, {"xml:lang": "en"})
    check(made, result)


def idents(parent: ET.Element, result: Mapping[str, Any]) -> None:
    """What the control is for: clauses of GB/T 22239-2019, then items of T/GYJS 014-2025."""
    for system, ids in ((CLAUSE_SYSTEM, result["clauses"]), (ITEM_SYSTEM, result["items"])):
        for id_ in ids:
            add(parent, "ident", id_, {"system": system})


def check(parent: ET.Element, result: Mapping[str, Any]) -> None:
    """By what it was checked: the control of that name."""
    made = add(parent, "check", attributes={"system": CHECK_SYSTEM})
    add(made, "check-content-ref", attributes={"href": "medcloud", "name": result["control"]})


def severity(result: Mapping[str, Any]) -> str:
    """The control's severity in XCCDF's words."""
    found = str(result["severity"])
    return _SEVERITIES.get(found, found)
