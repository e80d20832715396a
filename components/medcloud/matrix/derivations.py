"""Functions that derive, make or compute what an item asks for, by what their docstrings and texts name.

The smallest part that names an item is the decider: a function, else its class, else its module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from medcloud.matrix.decider import Decider, Kind
from medcloud.matrix.ids import ids_in
from medcloud.matrix.sources import FunctionNode, Scope, Source, scopes, sources

_KINDS: dict[str, Kind] = {
    "plan": "derivation",
    "cloud": "component",
    "platform": "component",
    "fabric": "component",
    "evidence": "computation",
}
"""What the functions of a room are; other rooms' are no deciders."""


def derivations() -> Iterator[Decider]:
    """One a function, class or module that names items and has code."""
    for source in sources():
        if source.room in _KINDS:
            yield from _of(source, _KINDS[source.room])


def functions_of(tree: ast.Module, symbol: str) -> list[tuple[str, FunctionNode]]:
    """The functions that belong to a decider: itself, or those of its class or module that name nothing."""
    every = list(scopes(tree))
    if any(name == symbol and isinstance(node, FunctionNode) for name, node in every):
        return [(name, node) for name, node in every if name == symbol and isinstance(node, FunctionNode)]
    named = {name for name, node in every if named_by(node)}
    return [
        (name, node)
        for name, node in every
        if isinstance(node, FunctionNode) and name not in named and _owner(name, named) == symbol
    ]


def named_by(node: Scope | ast.Module) -> tuple[str, ...]:
    """The ids that a part names itself: a function anywhere in it, a class and a module in the docstring."""
    if isinstance(node, FunctionNode):
        texts = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    else:
        texts = [ast.get_docstring(node) or ""]
    return tuple(dict.fromkeys(item for text in texts for item, _ in ids_in(text)))


def _owner(name: str, named: set[str]) -> str:
    owner = name.rpartition(".")[0]
    return owner if owner in named else ""


def _of(source: Source, kind: Kind) -> Iterator[Decider]:
    parts: list[tuple[str, Scope | ast.Module]] = [("", source.tree), *scopes(source.tree)]
    for symbol, node in parts:
        items = named_by(node)
        if items and functions_of(source.tree, symbol):
            key = f"{kind} {source.module}" + f".{symbol}" * bool(symbol)
            line = node.lineno if isinstance(node, Scope) else 1
            yield Decider(key, kind, items, source.module, symbol, source.file, line)
