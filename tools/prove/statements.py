"""Statements that refuse in an item's name: ``yield Problem(…, "A.5-b")``, ``raise refuse(…, item=…)``."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import NamedTuple

from medcloud.matrix.ids import ids_below, is_id
from medcloud.matrix.sources import FunctionNode

Names = Mapping[str, tuple[str, ...]]


class RefusingStatement(NamedTuple):
    """One such statement and the ids that it may be for."""

    statement: ast.stmt
    items: tuple[str, ...]


def refusals_in(function: FunctionNode, names: Names) -> list[RefusingStatement]:
    """The refusing statements of a function, in order; ``names`` are the ids that constants stand for."""
    found = []
    for statement in ast.walk(function):
        value = _refused(statement)
        if value is not None and isinstance(statement, ast.stmt):
            items = _items(value, function, names)
            if items:
                found.append(RefusingStatement(statement, items))
    return sorted(found, key=lambda refusal: refusal.statement.lineno)


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
    """The ids among a call's arguments: written there, by a constant, or as ``.item`` of a table's entry.

    Of a table that is no constant of the code, the function's own mark says which.
    """
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
            by_table = [id_ for name in sorted(used) for id_ in names.get(name, ())]
            found += by_table or [id_ for mark in function.decorator_list for id_ in ids_below(mark)]
    return tuple(dict.fromkeys(found))
