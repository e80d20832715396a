"""SARIF 2.1.0, as code-scanning tools take it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import medcloud
from medcloud.report.severity import SEVERITIES

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Json = Mapping[str, Any]


def log(
    tool: str, rules: Sequence[Json], results: Sequence[Json], *, invocation: Json, run: Json | None = None
) -> dict[str, Any]:
    """A log of one run; ``run`` is what else there is to say of it."""
    version = medcloud.__version__
    driver = {"name": tool, "semanticVersion": version, "version": version, "rules": list(rules)}
    found = {
        "tool": {"driver": driver},
        **(run or {}),
        "columnKind": "unicodeCodePoints",
        "invocations": [dict(invocation)],
        "results": list(results),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [found]}


def rule(
    id_: str, severity: str, *, title: str, why: str, help_: str, tags: Sequence[str], properties: Json
) -> dict[str, Any]:
    """A rule of a run."""
    degree = SEVERITIES[severity]
    words = id_.rpartition("/")[2].replace("_", "-").split("-")
    return {
        "id": id_,
        "name": "".join(word.capitalize() for word in words),
        "shortDescription": {"text": _sentence(title)},
        "fullDescription": {"text": _sentence(why)},
        "help": {"text": help_, "markdown": help_},
        "defaultConfiguration": {"level": degree.level},
        "properties": {"tags": list(tags), "security-severity": degree.score, **properties},
    }


def result(
    rule_id: str, index: int, level: str, text: str, *, location: Json, fingerprint: Json
) -> dict[str, Any]:
    """A result: what a rule says at a place; ``fingerprint`` knows it again in the next run."""
    return {
        "ruleId": rule_id,
        "ruleIndex": index,
        "level": level,
        "message": {"text": text},
        "locations": [dict(location)],
        "partialFingerprints": dict(fingerprint),
    }


def level(severity: str) -> str:
    """A severity as SARIF has it."""
    return SEVERITIES[severity].level


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "。")) else f"{line}."
