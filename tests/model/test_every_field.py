"""Nothing in the region language is without effect: for each field, one change of it that is seen to matter.

It comes to another plan (which is what resources, hosts and switches are made of), or the check refuses it by
a clause, or because something else in the file needs it. A new field without a row in field_changes.py fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from medcloud.model import Region, RegionRefused, parse
from medcloud.model.existing import Existing
from medcloud.plan import Lock, PlanRefused, allocate, derive, to_json, to_text
from tests.model.field_changes import CHANGES, put
from tests.model.sample import SAMPLE
from tests.plan import sample


def _models(cls: type[BaseModel], found: dict[type[BaseModel], None]) -> None:
    if cls not in found:
        found[cls] = None
        for each in cls.model_fields.values():
            for inner in _inner(each.annotation):
                _models(inner, found)


def _inner(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner(argument)


def _fields() -> list[str]:
    """Every field; one that only holds models with rows of their own needs none."""
    models: dict[type[BaseModel], None] = {}
    _models(Region, models)
    named = ((cls, name, each) for cls in models for name, each in cls.model_fields.items())
    return sorted(
        {f"{cls.__name__}.{name}" for cls, name, each in named if not _holds(each.annotation)} | set(CHANGES)
    )


def _holds(annotation: Any) -> bool:
    inner = set(_inner(annotation))
    return bool(inner) and not any(issubclass(cls, Existing) for cls in inner)


def _outcome(data: Any, lock: Lock) -> Any:
    """What comes of a region file: its plan, or the items and places by which it is refused."""
    try:
        region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    except RegionRefused as error:
        return [str(finding) for finding in error.findings]
    try:
        plan = derive(region, allocate(region, lock))
    except PlanRefused as error:
        return [str(error)]
    return {**to_json(plan), "text": to_text(plan)}


@pytest.mark.parametrize("name", _fields())
def test_a_change_of_it_matters(name: str) -> None:
    change = CHANGES[name]
    data = yaml.safe_load(SAMPLE)
    for path, value in change.given.items():
        put(data, path, value)
    lock = Lock() if change.new else sample.lock()
    before = _outcome(data, lock)
    assert isinstance(before, dict), before
    put(data, change.path, change.value)
    after = _outcome(data, lock)
    assert after != before, f"{name}: nothing reads it"
    assert isinstance(after, list) == bool(change.refused), after
    if change.refused not in ("", "-"):
        assert any(change.refused in finding for finding in after), after
