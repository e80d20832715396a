"""Which ids a name stands for: ``ITEM = "7.1.1.4-d"``, or a table such as ``KINDS``, also when imported."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache

from medcloud.matrix.ids import ids_below
from medcloud.matrix.sources import Source, sources


@cache
def constants(source: Source) -> Mapping[str, tuple[str, ...]]:
    """The ids that each name of a module's top level holds somewhere in its value."""
    return {**_imported(source), **_own(source)}


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
    found = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            name = node.module
            for alias in node.names if name in known else ():
                ids = _own(known[str(name)]).get(alias.name)
                if ids:
                    found[alias.asname or alias.name] = ids
    return found
