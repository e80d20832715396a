"""Build the region even where parts are wrong, so that the checks across fields can speak too.

A wrong part is replaced by what would have been good where that is known, else left out. What was
left out makes a section ``lost``: a check that needs all of it keeps silent rather than guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from medcloud.model.excused import Excused
from medcloud.model.region import Region
from medcloud.model.schema import json_schema
from medcloud.text.reading.explain import explain, misspelt, true_loc
from medcloud.text.reading.problem import Loc, Problem

_ROUNDS = 5
_TABLES = ("sites", "tenants", "centres", "pools", "images", "domains", "workloads")
_REQUIRED = ("sites", "centres", "pools", "images", "workloads")
_ABOUT = {"id": "region", "name": "region", "owner": "owner", "domain": "region.example"}


class Built(NamedTuple):
    """The region as far as it can be had."""

    region: Region | None
    lost: frozenset[str]
    """Sections with parts missing."""
    problems: list[Problem]
    guessed: frozenset[Loc]
    """Where a value stands that a misspelt key holds: it was not written out with the others."""


def build(content: Any, doubtful: set[str], excused: Iterable[Loc] = ()) -> Built:
    """Build it, and say what is wrong.

    ``doubtful`` sections have parts missing already; limits do not hold for what is ``excused``.
    """
    for loc in excused:
        parent = _at(content, loc[:-1])
        parent[loc[-1]] = Excused(parent[loc[-1]])
    lost, guessed = set(doubtful), set[Loc]()
    problems: list[Problem] | None = None
    for _ in range(_ROUNDS):
        try:
            region = Region.model_validate(content)
            return Built(region, frozenset(lost), problems or [], frozenset(guessed))
        except ValidationError as error:
            errors = [each for each in error.errors(include_url=False) if not _follows(each)]
        meant = {meant for each in errors if (meant := misspelt(each, json_schema())) is not None}
        guessed |= meant
        errors = [
            each for each in errors if not (each["type"] == "missing" and true_loc(each["loc"]) in meant)
        ]
        problems = [explain(each, json_schema()) for each in errors] if problems is None else problems
        for each in errors:
            _mend(content, each, lost)
    return Built(None, frozenset(lost), problems or [], frozenset(guessed))


def _follows(error: ErrorDetails) -> bool:
    """Whether a list is too short only because what is wrong in it does not count: that is said there."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _mend(content: Any, error: ErrorDetails, lost: set[str]) -> None:
    loc = true_loc(error["loc"])
    instead = error.get("ctx", {}).get("instead")
    parent = _at(content, loc[:-1])
    if instead is not None and parent is not None:
        parent[loc[-1]] = instead
    elif error["type"] == "extra_forbidden" and isinstance(parent, dict):
        meant, value = misspelt(error, json_schema()), parent.pop(loc[-1], None)
        if meant is not None:
            parent.setdefault(meant[-1], value)
    else:
        _leave_out(content, loc, lost)


def _leave_out(content: Any, loc: Loc, lost: set[str]) -> None:
    section = str(loc[0])
    lost.add(section)
    if section == "version":
        content[section] = 1
    elif section == "region":
        content[section] = dict(_ABOUT)
    elif section in _TABLES and len(loc) > 1:
        content[section].pop(loc[1], None)
    elif section in _REQUIRED:
        content[section] = {}
    else:
        content.pop(section, None)


def _at(content: Any, loc: Iterable[int | str]) -> Any:
    for step in loc:
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return None
    return content
