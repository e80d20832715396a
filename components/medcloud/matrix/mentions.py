"""Where an item is named: in a docstring or a text of the code, with file, line and what it stands in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from medcloud.matrix.ids import ids_in
from medcloud.matrix.sources import Scope, Source, sources


@dataclass(frozen=True)
class Mention:
    """One place that names an item."""

    item: str
    room: str
    file: str
    line: int
    symbol: str
    """Qualified name of the class or function around it; empty: the module's own text."""


@cache
def mentions() -> tuple[Mention, ...]:
    """All of them, in the order of files and lines; an item once a line."""
    return tuple(dict.fromkeys(found for source in sources() for found in _in(source)))


def _in(source: Source) -> Iterator[Mention]:
    for text, symbol in _texts(source.tree, ""):
        assert isinstance(text.value, str)  # noqa: S101  # _texts gives no others
        for item, offset in ids_in(text.value):
            line = text.lineno + text.value.count("\n", 0, offset)
            yield Mention(item, source.room, source.file, line, symbol)


def _texts(node: ast.AST, symbol: str) -> Iterator[tuple[ast.Constant, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child, symbol
        inner = f"{symbol}.{child.name}".lstrip(".") if isinstance(child, Scope) else symbol
        yield from _texts(child, inner)
