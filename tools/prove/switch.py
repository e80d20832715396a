"""Ways to switch a decider off, in memory: no file is touched, and only the forked child is changed."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import CodeType, FunctionType
from typing import Any

from pydantic import BaseModel

from medcloud.matrix.decider import Decider
from medcloud.matrix.limits import LIMIT, limits_of, models
from medcloud.matrix.marked import functions_of
from medcloud.matrix.sources import FunctionNode
from tools.prove import edits
from tools.prove.constants import constants
from tools.prove.functions import function, node_of, recoded, source_of
from tools.prove.refused import let_pass
from tools.prove.statements import Names, refusals_in
from tools.prove.trace import key

_NESTED = 3
"""So deep are models within models; a model takes in those below it as they are when it is built."""


@dataclass(frozen=True)
class Switch:
    """One way to switch a decider off, or a part of it."""

    what: str
    """In words."""
    reaches: frozenset[str]
    """Keys of the functions that a test must run to notice."""
    apply: Callable[[], None]


def switches(decider: Decider) -> list[Switch]:
    """All ways; none for something that has no code."""
    if decider.kind == "rule":
        return [_silent(function(decider.module, decider.symbol))]
    if decider.kind == "control":
        return [_wantless(decider)]
    if decider.key.startswith(LIMIT):
        return [_limit(decider)]
    return [*_refusals(decider), *(() if decider.kind == "constraint" else _edits(decider))]


def _silent(judge: FunctionType) -> Switch:
    """A rule that finds nothing."""

    def off(*args: object, **kwargs: object) -> Iterator[object]:
        return iter(())

    return Switch("finds nothing", frozenset({key(judge.__code__)}), partial(_recode, judge, off.__code__))


def _wantless(decider: Decider) -> Switch:
    """A host control that wants nothing of a host, so that it neither audits nor changes anything."""

    def off(*args: object, **kwargs: object) -> list[object]:
        return []

    settings = importlib.import_module(decider.module).control.settings
    return Switch(
        "wants nothing", frozenset({key(settings.__code__)}), partial(_recode, settings, off.__code__)
    )


def _refusals(decider: Decider) -> Iterator[Switch]:
    """Each statement of a marked function that refuses in an item's name: it refuses nothing."""
    names = constants(source_of(decider.module))
    for symbol, node in functions_of(source_of(decider.module).tree, decider.symbol):
        found = function(decider.module, symbol)
        for index, refusal in enumerate(refusals_in(node, names)):
            for item in refusal.items:
                change = partial(_refuse_nothing, index=index, item=item, names=names)
                apply = partial(_recode_late, found, partial(recoded, decider.module, symbol, change))
                what = f"line {refusal.statement.lineno}: refuses nothing for {item}"
                yield Switch(what, frozenset({key(found.__code__)}), apply)


def _refuse_nothing(node: FunctionNode, *, index: int, item: str, names: Names) -> None:
    let_pass(node, refusals_in(node, names)[index].statement, item)


def _limit(decider: Decider) -> Switch:
    """A field without its constraint, in its class and those that inherit it."""
    name, _, field = decider.symbol.partition(".")
    owner: type[BaseModel] = getattr(importlib.import_module(decider.module), name)
    number = int((decider.key.split()[2:] or ["1"])[0]) - 1
    limit = limits_of(owner, field)[number]
    reaches = frozenset({key(type(limit).check.__code__)})
    return Switch("allows everything", reaches, partial(_unlimited, owner, field, limit))


def _unlimited(owner: type[BaseModel], field: str, limit: object) -> None:
    """Not by the constraint itself: `typing` keeps one object for all annotations that are equal."""
    every = list(models())
    for model in every:
        if issubclass(model, owner):
            metadata = model.model_fields[field].metadata
            metadata[:] = [extra for extra in metadata if extra is not limit]
    for _ in range(_NESTED):
        for model in every:
            model.model_rebuild(force=True)


def _edits(decider: Decider) -> Iterator[Switch]:
    """Each small change of each function of a derivation."""
    values = vars(importlib.import_module(decider.module))
    for symbol, _ in functions_of(source_of(decider.module).tree, decider.symbol):
        found, node = function(decider.module, symbol), node_of(decider.module, symbol)
        for which in range(edits.count(node, values)):
            probe = ast.parse(ast.unparse(node)).body[0]
            assert isinstance(probe, FunctionNode)  # noqa: S101  # what was unparsed
            what = edits.change(probe, values, which).partition(": ")[2]
            change = partial(_edit, values=values, which=which)
            apply = partial(_recode_late, found, partial(recoded, decider.module, symbol, change))
            yield Switch(f"{symbol}: {what}", frozenset({key(found.__code__)}), apply)


def _edit(node: FunctionNode, *, values: dict[str, Any], which: int) -> None:
    edits.change(node, values, which)


def _recode(found: FunctionType, code: CodeType) -> None:
    found.__code__ = code


def _recode_late(found: FunctionType, code: Callable[[], CodeType]) -> None:
    found.__code__ = code()
