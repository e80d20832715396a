"""What is wrong within templates and defaults, whether or not anything has come of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from medcloud.model.expansion.sections import DEFAULTS, ENTRY_WORDS, TEMPLATES, entries
from medcloud.model.expansion.templates import without
from medcloud.model.schema import json_schema
from medcloud.text.reading.explain import explain
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.tree import Node, Table, below, data

_OF_A_WHOLE = {"refused", "value_error", "assertion_error"}


def wrong_parts(written: Table) -> Iterator[Problem]:
    """Keys and values that no entry could have; what is missing may stand elsewhere."""
    for section, type_ in entries().items():
        named = below(below(written, TEMPLATES), section)
        parts: list[tuple[Loc, Node | None]] = [
            ((DEFAULTS, section), below(below(written, DEFAULTS), section))
        ]
        if isinstance(named, Table):
            parts += [((TEMPLATES, section, name), node) for name, node in named.entries.items()]
        for loc, node in parts:
            if isinstance(node, Table):
                yield from _wrong(type_, loc, section, node)


def _wrong(type_: type[BaseModel], loc: Loc, section: str, node: Table) -> Iterator[Problem]:
    try:
        type_.model_validate(data(without(node, ENTRY_WORDS)))
    except ValidationError as error:
        for each in error.errors(include_url=False):
            if each["type"] != "missing" and not _of_the_whole(each):
                problem = explain({**each, "loc": (section, str(loc[-1]), *each["loc"])}, json_schema())
                yield replace(problem, loc=(*loc, *problem.loc[2:]))


def _of_the_whole(error: ErrorDetails) -> bool:
    """Whether it is said of several fields together, of which some may stand elsewhere."""
    return error["type"] in _OF_A_WHOLE and isinstance(error["input"], dict)
