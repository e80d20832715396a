"""SARIF 2.1.0, as code-scanning tools take it: one result a finding, at a line of the region file."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import medcloud
from medcloud.review.languages import Language, say
from medcloud.review.shapes import Finding, Review
from medcloud.review.words import ours
from medcloud.standard import CatalogueError, item
from medcloud_policies.core import pack

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SCORES = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0"}
_LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}


def sarif(review: Review, language: Language = "both") -> str:
    """The log as JSON text."""
    firsts: dict[str, Finding] = {}
    for finding in review.findings:
        firsts.setdefault(_id(finding), finding)
    ids = list(firsts)
    rules = [_rule(rule_id, first, language) for rule_id, first in firsts.items()]
    run = {
        "tool": {
            "driver": {
                "name": "medcloud",
                "semanticVersion": medcloud.__version__,
                "version": medcloud.__version__,
                "rules": rules,
            }
        },
        "automationDetails": {"id": f"medcloud-review/{review.stack or 'region'}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": review.finished and not review.broken}],
        "results": [_result(f, ids.index(_id(f)), language) for f in review.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _id(f: Finding) -> str:
    return f.rule if f.pack in ("", pack.NAME) else f"{f.pack}/{f.rule}"


def _rule(rule_id: str, f: Finding, language: Language) -> dict[str, Any]:
    own = ours().get(rule_id) if f.pack == pack.NAME else None
    clauses = [f"{key} {_title(key)}" for key in f.items]
    parts = [say(own.why, language) if own else "", say(f.remedy, language), "; ".join(clauses)]
    text = "\n\n".join(part for part in parts if part)
    return {
        "id": rule_id,
        "name": "".join(word.capitalize() for word in f.rule.replace("/", "-").split("-")),
        "shortDescription": {"text": _sentence(say(f.title, language))},
        "fullDescription": {"text": _sentence(say(own.why if own else f.title, language))},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[f.severity]},
        "properties": {
            "tags": ["security", "T/GYJS 014-2025", *f.items],
            "security-severity": _SCORES[f.severity],
            "precision": "very-high",
        },
    }


def _title(key: str) -> str:
    try:
        return f"{item(key).title_zh} / {item(key).title_en}"
    except CatalogueError:  # an item that a pack of others speaks of
        return ""


def _result(f: Finding, index: int, language: Language) -> dict[str, Any]:
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
    return {
        "ruleId": _id(f),
        "ruleIndex": index,
        "level": _LEVELS[f.severity] if f.blocking else "note",
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"medcloudFinding/v1": _fingerprint(f)},
    }


def _fingerprint(f: Finding) -> str:
    """The same for the same finding, wherever its line has moved."""
    words = "\0".join((f.kind, f.pack, f.rule, f.urn or f.name, f.what.en))
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _uri(file: str) -> str:
    """Relative to the repository's root, as forges want it; a file elsewhere by its whole address."""
    path = PurePosixPath(file.replace("\\", "/"))
    return path.as_uri() if path.is_absolute() else quote(str(path), safe="/:@-._~")


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "。")) else f"{line}."
