"""What every resource carries: region, centre, tenant, domain, workload, data level, owner.

One convention, one module: components write with it; rules, inventory and reports read with it
(docs/conventions.md). A label `level` is the key `medcloud-level`, in whichever form a resource type
has room for: a metadata map, a list of tags (`medcloud-level=4`), or a description
(`medcloud-level=4; medcloud-owner=...`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

PREFIX = "medcloud-"
KEYS = (
    "region",
    "centre",
    "tenant",
    "domain",
    "workload",
    "kind",
    "level",
    "data",
    "owner",
    "location",
    "isa",
    "managed",
    "retention-days",
    "worm",
    "replicate-to",
)
_MAPS = ("metadata", "properties", "extraSpecs", "valueSpecs", "extra_specs", "value_specs")
_LISTS = ("tags", "allTags")
_TEXT = "description"
CARRIERS = (*_MAPS, *_LISTS, _TEXT)
"""The properties that `read` looks into."""


def metadata(labels: Mapping[str, object]) -> dict[str, str]:
    """The labels as a metadata map, e.g. ``{"medcloud-level": "4"}``; empty values are left out."""
    return {PREFIX + key: str(value) for key, value in labels.items() if value not in (None, "")}


def tags(labels: Mapping[str, object]) -> list[str]:
    """The labels as a sorted list of tags, e.g. ``["medcloud-level=4"]``."""
    return sorted(f"{key}={value}" for key, value in metadata(labels).items())


def description(labels: Mapping[str, object]) -> str:
    """The labels as one line of text, for types that have only a description."""
    return "; ".join(tags(labels))


def read(properties: Mapping[str, Any]) -> dict[str, str]:
    """The labels that a resource's properties carry, without the prefix; later forms do not override."""
    found: dict[str, str] = {}
    for name in _MAPS:
        value = properties.get(name)
        if isinstance(value, Mapping):
            _collect(found, ((str(k), _text(v)) for k, v in value.items()))
    for name in _LISTS:
        value = properties.get(name)
        if isinstance(value, list | tuple):
            _collect(found, (_split(str(tag)) for tag in value))
    text = properties.get(_TEXT)
    if isinstance(text, str):
        _collect(found, (_split(part.strip()) for part in text.split(";")))
    return found


def _text(value: object) -> str:
    """A label's value: a number in YAML or Python, `medcloud-level: 4`, reaches the engine as 4.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _split(tag: str) -> tuple[str, str]:
    key, _, value = tag.partition("=")
    return key, value


def _collect(found: dict[str, str], pairs: Iterable[tuple[str, str]]) -> None:
    for key, value in pairs:
        name = key.lower()
        if name.startswith(PREFIX):
            found.setdefault(name[len(PREFIX) :], value)
