"""Which ids a name stands for: ``ITEM = "7.1.1.4-d"``, or a table such as ``KINDS``, also when imported."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from importlib.util import resolve_name

from medcloud.matrix.ids import is_id
from medcloud.matrix.sources import Source, sources


@cache
def constants(source: Source) -> Mapping[str, tuple[str, ...]]:
    """The ids that each name of a module's top level holds somewhere in its value."""
    return {**_imported(source), **_own(source)}


def ids_below(node: ast.AST) -> tuple[str, ...]:
    """The ids that stand in a tree as whole texts."""
    found = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return tuple(dict.fromkeys(text for text in found if is_id(text)))


@cache
def _own(source: Source) -> dict[str, tuple[str, ...]]:
    found = {}
    for node in source.tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(value, ast.expr) and ids_below(value):
                found[target.id] = ids_below(value)
    return found


def _imported(source: Source) -> dict[str, tuple[str, ...]]:
    known = {other.module: other for other in sources()}
    package = source.module if source.path.stem == "__init__" else source.module.rpartition(".")[0]
    found = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            name = (
                resolve_name("." * node.level + (node.module or ""), package) if node.level else node.module
            )
            for alias in node.names if name in known else ():
                ids = _own(known[str(name)]).get(alias.name)
                if ids:
                    found[alias.asname or alias.name] = ids
    return found
