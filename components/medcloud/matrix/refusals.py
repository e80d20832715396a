"""Statements that refuse in an item's name: ``yield Problem(…, "A.5-b")``, ``raise refuse(…, item=…)``."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from medcloud.matrix.constants import constants, ids_below
from medcloud.matrix.decider import Decider, Kind
from medcloud.matrix.ids import is_id
from medcloud.matrix.sources import FunctionNode, Source, scopes, sources

Names = Mapping[str, tuple[str, ...]]


class Refusal(NamedTuple):
    """One such statement and the ids that it may be for."""

    statement: ast.stmt
    items: tuple[str, ...]


def refusals() -> Iterator[Decider]:
    """One a statement and item, in every room but the pack, whose rules are deciders as they are."""
    for source in sources():
        if source.room == "policies":
            continue
        for symbol, node in scopes(source.tree):
            if isinstance(node, FunctionNode):
                yield from _of(source, symbol, node)


def refusals_in(function: FunctionNode, names: Names) -> list[Refusal]:
    """The refusing statements of a function, in order; ``names`` are the ids that constants stand for."""
    found = []
    for statement in ast.walk(function):
        value = _refused(statement)
        if value is not None and isinstance(statement, ast.stmt):
            items = _items(value, function, names)
            if items:
                found.append(Refusal(statement, items))
    return sorted(found, key=lambda refusal: refusal.statement.lineno)


def _of(source: Source, symbol: str, function: FunctionNode) -> Iterator[Decider]:
    kind: Kind = "computation" if source.room == "evidence" else "constraint"
    for index, refusal in enumerate(refusals_in(function, constants(source))):
        for item in refusal.items:
            key = f"refusal {source.module}.{symbol} {index + 1} {item}"
            line = refusal.statement.lineno
            yield Decider(key, kind, (item,), source.module, symbol, source.file, line)


def _refused(node: ast.AST) -> ast.Call | None:
    """What a statement hands over as wrong: raised, yielded, appended, or listed in a return."""
    value: ast.expr | None = None
    if isinstance(node, ast.Raise):
        value = node.exc
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield):
        value = node.value.value
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _appends(node.value):
        value = node.value.args[0]
    elif isinstance(node, ast.Return) and isinstance(node.value, ast.ListComp):
        value = node.value.elt
    return value if isinstance(value, ast.Call) else None


def _appends(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "append" and len(call.args) == 1


def _items(call: ast.Call, function: FunctionNode, names: Names) -> tuple[str, ...]:
    """The ids among a call's arguments: written there, by a constant, or as ``.item`` of a table's entry."""
    found: list[str] = []
    for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
        if isinstance(argument, ast.Constant) and is_id(str(argument.value)):
            found.append(str(argument.value))
        elif isinstance(argument, ast.IfExp):
            found += ids_below(argument)
        elif isinstance(argument, ast.Name):
            found += names.get(argument.id, ())
        elif isinstance(argument, ast.Attribute) and argument.attr == "item":
            used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            found += [id_ for name in sorted(used) for id_ in names.get(name, ())]
    return tuple(dict.fromkeys(found))
