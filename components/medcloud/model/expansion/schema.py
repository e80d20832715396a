"""The JSON Schema of what people write: a region written out, or one that says less."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from medcloud.model.expansion.sections import (
    CENTRES,
    COUNT,
    DEFAULTS,
    EACH,
    EACH_SITE,
    ENVIRONMENTS,
    INCLUDE,
    OVERRIDES,
    TEMPLATES,
    USE,
    WORDS,
    WORDS_OF,
    entries,
)
from medcloud.model.expansion.smaller import ONLY, WITHOUT
from medcloud.model.region import DATA
from medcloud.model.schema import json_schema

_Schema = dict[str, Any]
_REF = "#/$defs/"
_TEXTS: _Schema = {"type": "array", "minItems": 1, "items": {"type": "string"}}
_USE: _Schema = {"type": "string", "description": "Template that this entry begins with."}
_EACH: _Schema = {
    "anyOf": [{"type": "string"}, _TEXTS],
    "description": "all, group:ID or a list of tenants: a workload for each, its id <tenant>-<key>.",
}
_EACH_SITE: _Schema = {
    "anyOf": [{"type": "string"}, _TEXTS],
    "description": "Sites by identifier, entry or pattern (t*): a centre at each, its id <site>-<key>.",
}
_COUNT: _Schema = {
    "type": "integer",
    "minimum": 1,
    "maximum": 999,
    "description": "Sites that this entry stands for: <key>001 and on; <n> in its texts is the number.",
}
_ENVIRONMENT: _Schema = {
    "type": "object",
    "required": ["data", "networks"],
    "properties": {
        "data": {"enum": [*DATA]},
        "networks": {"type": "object"},
        ONLY: {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {"tenants": {"anyOf": [{"type": "string"}, _TEXTS]}, "workloads": _TEXTS},
            "description": "Tenants, workloads that it has; default: all that stand in its centres.",
        },
        WITHOUT: {**_TEXTS, "description": "Workloads that it has not, and does without."},
    },
    "description": "A test or a drill: what its data are, its centres, and what it has otherwise.",
}
_INCLUDE: _Schema = {**_TEXTS, "description": "Files beside this one, e.g. pools.yaml or workloads/*.yaml."}


@lru_cache(maxsize=2)
def file_schema(*, included: bool = False) -> _Schema:
    """The schema of a region file, or of a file that one includes.

    A file with ``include``, ``defaults`` or ``templates`` may leave out in an entry what stands elsewhere.
    """
    strict = json_schema()
    parts = {f"{name}Part": _part(each) for name, each in strict["$defs"].items() if "properties" in each}
    head = {key: strict[key] for key in ("$schema", "title")}
    defs = {**strict["$defs"], **parts, **_entries(strict), "Whole": _whole(strict), "Short": _short(strict)}
    schema = {**head, "$defs": defs}
    if included:
        return {**schema, **_ref("Short")}
    says_less = {"anyOf": [{"required": [word]} for word in WORDS]}
    less = {**_ref("Short"), "required": ["version", "region"]}
    return {**schema, "type": "object", "if": says_less, "then": less, "else": _ref("Whole")}


def _whole(strict: _Schema) -> _Schema:
    """A file that says all; entries may still stand for many."""
    models = {section: strict["$defs"][_model(strict, section)] for section in WORDS_OF}
    many = {
        section: _with(_but(model, section), _words(strict, section, WORDS_OF[section]))
        for section, model in models.items()
    }
    return _file(strict, many, strict["required"])


def _but(model: _Schema, section: str) -> _Schema:
    """A centre for each site has no site of its own, which only a region written out can lack."""
    if section != CENTRES:
        return model
    return {**model, "required": [name for name in model["required"] if name != "site"]}


def _short(strict: _Schema) -> _Schema:
    """A file that leaves things out."""
    models = {section: _model(strict, section) for section in entries()}
    own = {section: _ref(f"{model}Part") for section, model in models.items()}
    full = {section: _ref(f"{model}Entry") for section, model in models.items()}
    each = {section: {"anyOf": [entry, {"type": "null"}]} for section, entry in full.items()}
    named = {section: {"type": "object", "additionalProperties": entry} for section, entry in full.items()}
    words = {INCLUDE: _INCLUDE, DEFAULTS: _object(own), TEMPLATES: _object(named)}
    return _with(_file(strict, each, []), words)


def _entries(strict: _Schema) -> _Schema:
    """Entries that may leave out what they have otherwise, with the words that say whence."""
    found = {}
    for section in entries():
        model = _model(strict, section)
        words = (USE, *WORDS_OF.get(section, ()))
        found[f"{model}Entry"] = _with(_part(strict["$defs"][model]), _words(strict, section, words))
    return found


def _file(strict: _Schema, sections: _Schema, required: Iterable[str]) -> _Schema:
    properties = {**strict["properties"]}
    properties[ENVIRONMENTS] = {"type": "object", "additionalProperties": _ENVIRONMENT}
    for section, entry in sections.items():
        (pattern,) = properties[section]["patternProperties"]
        properties[section] = {**properties[section], "patternProperties": {pattern: entry}}
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": strict["patternProperties"],
        "additionalProperties": False,
        "required": [*required],
    }


def _words(strict: _Schema, section: str, words: Iterable[str]) -> _Schema:
    part = _ref(f"{_model(strict, section)}Part")
    found = {
        USE: _USE,
        EACH: _EACH,
        EACH_SITE: _EACH_SITE,
        COUNT: _COUNT,
        OVERRIDES: {"type": "object", "additionalProperties": part},
    }
    return {word: found[word] for word in words}


def _model(strict: _Schema, section: str) -> str:
    (entry,) = strict["properties"][section]["patternProperties"].values()
    return str(entry["$ref"]).removeprefix(_REF)


def _part(model: _Schema) -> _Schema:
    """A model of which anything may be left out, and anything of the models within it."""
    rest = {key: value for key, value in model.items() if key != "required"}
    return {**rest, "properties": {key: _loose(value) for key, value in model["properties"].items()}}


def _loose(node: Any) -> Any:
    if isinstance(node, list):
        return [_loose(each) for each in node]
    if not isinstance(node, dict):
        return node
    found = {key: _loose(value) for key, value in node.items()}
    name = str(node.get("$ref", "")).removeprefix(_REF)
    if name and "properties" in json_schema()["$defs"][name]:
        found["$ref"] = f"{_REF}{name}Part"
    return found


def _with(model: _Schema, more: _Schema) -> _Schema:
    return {**model, "properties": {**model["properties"], **more}}


def _object(properties: _Schema) -> _Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _ref(name: str) -> _Schema:
    return {"$ref": f"{_REF}{name}"}
