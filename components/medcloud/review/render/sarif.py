"""SARIF 2.1.0, as code-scanning tools take it: one result a finding, at a line of the region file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from medcloud.report import as_json
from medcloud.report.sarif import level, log, result, rule
from medcloud.review.languages import Language, say
from medcloud.review.shapes import Remark, Review
from medcloud.review.words import ours
from medcloud.standard import CatalogueError, item
from medcloud.text import Text
from medcloud_policies.core import pack


def sarif(review: Review, language: Language = "both") -> str:
    """The log as JSON text."""
    by_rule: dict[str, list[Remark]] = {}
    for finding in review.findings:
        by_rule.setdefault(_id(finding), []).append(finding)
    ids = list(by_rule)
    found = log(
        "medcloud",
        [_rule(rule_id, own, language) for rule_id, own in by_rule.items()],
        [_result(f, ids.index(_id(f)), language) for f in review.findings],
        invocation={"executionSuccessful": review.finished and not review.broken},
        run={"automationDetails": {"id": f"medcloud-review/{review.stack or 'region'}/"}},
    )
    return as_json.text(found)


def _id(f: Remark) -> str:
    return f.rule if f.pack in ("", pack.NAME) else f"{f.pack}/{f.rule}"


def _rule(rule_id: str, findings: Sequence[Remark], language: Language) -> dict[str, Any]:
    """A rule with all items that it decides; which of them a result is against, the result says."""
    f = findings[0]
    own = ours().get(rule_id) if f.pack == pack.NAME else None
    items = own.items if own else tuple(dict.fromkeys(key for each in findings for key in each.items))
    clauses = [f"{key} {_title(key)}" for key in items]
    parts = [say(own.why, language) if own else "", say(f.remedy, language), "; ".join(clauses)]
    return rule(
        rule_id,
        f.severity,
        title=say(f.title, language),
        why=say(own.why if own else f.title, language),
        help_="\n\n".join(part for part in parts if part),
        tags=["security", "T/GYJS 014-2025", *items],
        properties={"precision": "very-high"},
    )


def _title(key: str) -> str:
    try:
        return Text(item(key).title_zh, item(key).title_en).say("both")
    except CatalogueError:  # an item that a pack of others speaks of
        return ""


def _result(f: Remark, index: int, language: Language) -> dict[str, Any]:
    where = f.name or f.place.file
    text = f"{say(f.title, language)}: {where}: {say(f.what, language)}. {say(f.remedy, language)}"
    logical = [{"name": f.name, "fullyQualifiedName": f.urn, "kind": "resource"}] if f.urn else []
    place = {
        "artifactLocation": {"uri": _uri(f.place.file)},
        "region": {"startLine": f.place.line, "startColumn": f.place.column},
    }
    location: dict[str, Any] = {"physicalLocation": place}
    if logical:
        location["logicalLocations"] = logical
    found = result(
        _id(f),
        index,
        level(f.severity) if f.blocking else "note",
        text,
        location=location,
        fingerprint={"medcloudFinding/v1": _fingerprint(f)},
    )
    return {**found, "properties": {"items": list(f.items)}}


def _fingerprint(f: Remark) -> str:
    """The same for the same finding, wherever its line has moved."""
    words = "\0".join((f.kind, f.pack, f.rule, f.urn or f.name, f.what.en))
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _uri(file: str) -> str:
    """Relative to the repository's root, as forges want it; a file elsewhere by its whole address."""
    path = PurePosixPath(file.replace("\\", "/"))
    return path.as_uri() if path.is_absolute() else quote(str(path), safe="/:@-._~")
