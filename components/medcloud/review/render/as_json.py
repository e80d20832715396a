"""JSON for programs; its schema is review.schema.json beside this package's modules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from medcloud.report.as_json import document, text
from medcloud.review.languages import Language
from medcloud.review.shapes import Change, Clause, Effects, Remark, Review, RuleCount
from medcloud.review.verdict import verdict
from medcloud.text import Text

FORMAT = "medcloud-review/1"
"""Grows by new keys only; a change of meaning makes it /2."""


def as_json(review: Review, language: Language = "both") -> str:
    """The review as JSON text; both languages whatever `language` is, as programs choose for themselves."""
    del language
    return text(document(FORMAT, _review(review)))


def schema() -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of what `as_json` gives."""
    found: Mapping[str, Any] = json.loads(
        Path(__file__).with_name("review.schema.json").read_text(encoding="utf-8")
    )
    return found


def _review(review: Review) -> dict[str, Any]:
    return {
        "project": review.project,
        "stack": review.stack,
        "region": review.plan.id if review.plan else None,
        "exit": review.code,
        "verdict": _text(verdict(review)),
        "finished": review.finished,
        "counts": dict(sorted(review.counts.items())),
        "findings": [_finding(f) for f in review.findings],
        "rules": [_rule(r) for r in review.rules],
        "clauses": [_clause(c) for c in review.clauses],
        "changes": [_change(c) for c in review.changes],
        "effects": _effects(review.effects),
    }


def _effects(found: Effects | None) -> dict[str, Any] | None:
    if found is None:
        return None
    confirmed = {change.id for change in found.judgement.confirmed}
    return {
        "base": found.base,
        "changes": [{**change.record(), "confirmed": change.id in confirmed} for change in found.changes],
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _finding(f: Remark) -> dict[str, Any]:
    return {
        "kind": f.kind,
        "blocking": f.blocking,
        "rule": f.rule,
        "pack": f.pack,
        "severity": f.severity,
        "items": list(f.items),
        "title": _text(f.title),
        "what": _text(f.what),
        "remedy": _text(f.remedy),
        "file": f.place.file,
        "line": f.place.line,
        "column": f.place.column,
        "urn": f.urn,
        "type": f.type,
        "name": f.name,
        "whose": f.whose,
    }


def _rule(r: RuleCount) -> dict[str, Any]:
    return {
        "id": r.id,
        "pack": r.pack,
        "severity": r.severity,
        "items": list(r.items),
        "title": _text(r.title),
        "resources": r.resources,
        "refused": r.refused,
        "advised": r.advised,
        "waived": r.waived,
        "undecided": r.undecided,
    }


def _clause(c: Clause) -> dict[str, Any]:
    return {"id": c.id, "obligation": c.obligation, "state": c.state, "rules": list(c.rules)}


def _change(c: Change) -> dict[str, Any]:
    return {
        "urn": c.urn,
        "type": c.type,
        "name": c.name,
        "op": c.op,
        "labels": dict(c.labels),
        "properties": list(c.properties),
    }
