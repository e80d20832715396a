"""A plan as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from medcloud.plan.region import RegionPlan
from medcloud.text import Text


def to_json(plan: RegionPlan) -> dict[str, Any]:
    """Dictionaries, lists, text, numbers, booleans and None, in the order of the shapes."""
    return {field.name: _plain(getattr(plan, field.name)) for field in fields(plan)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
