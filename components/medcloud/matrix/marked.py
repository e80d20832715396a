"""Functions and classes that bear ``@decides``, and the code that belongs to each."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from medcloud.matrix.decider import Decider, Kind
from medcloud.matrix.sources import FunctionNode, Scope, Source, scopes, sources

_KINDS: dict[str, Kind] = {
    "model": "constraint",
    "plan": "derivation",
    "cloud": "component",
    "platform": "component",
    "fabric": "component",
    "evidence": "computation",
}
"""What a marked function of a room is."""


def marked() -> Iterator[Decider]:
    """One a mark; ValueError when it stands in a room whose deciders are of another make."""
    for source in sources():
        yield from _of(source)


def items_of(node: Scope) -> tuple[str, ...]:
    """The ids that the mark of a function or class names; none where it bears none."""
    return tuple(
        argument.value
        for call in node.decorator_list
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "decides"
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def functions_of(tree: ast.Module, symbol: str) -> list[tuple[str, FunctionNode]]:
    """The functions that belong to a marked one: itself or its methods, and unmarked ones that they use."""
    every = {name: node for name, node in scopes(tree) if isinstance(node, FunctionNode)}
    free = {name: node for name, node in every.items() if not items_of(node)}
    owned = {name: node for name, node in free.items() if name.startswith(f"{symbol}.")}
    found = {symbol: every[symbol]} if symbol in every else owned
    left = list(found.values())
    while left:
        used = {node.id for node in ast.walk(left.pop()) if isinstance(node, ast.Name)}
        for name in sorted(used & free.keys() - found.keys()):
            found[name] = free[name]
            left.append(free[name])
    return list(found.items())


def _of(source: Source) -> Iterator[Decider]:
    for symbol, node in scopes(source.tree):
        items = items_of(node)
        if not items:
            continue
        if source.room not in _KINDS:
            raise ValueError(f"{source.file}:{node.lineno}: @decides means nothing in room {source.room}")
        kind = _KINDS[source.room]
        key = f"{kind} {source.module}.{symbol}"
        yield Decider(key, kind, items, source.module, symbol, source.file, node.lineno)
