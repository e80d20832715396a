"""A function of a module found by name, and given other code: whoever holds it runs that."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable
from types import CodeType, FunctionType
from typing import Any

from medcloud.matrix.sources import FunctionNode, Source, scopes, sources


def source_of(module: str) -> Source:
    """A module's source, by its dotted name."""
    return next(source for source in sources() if source.module == module)


def function(module: str, symbol: str) -> FunctionType:
    """The function of that qualified name, out of whatever decorates it."""
    found: Any = importlib.import_module(module)
    for name in symbol.split("."):
        found = inspect.getattr_static(found, name)
    for _ in range(10):
        if isinstance(found, FunctionType) and not hasattr(found, "__wrapped__"):
            return found
        inner = (getattr(found, way, None) for way in ("__wrapped__", "__func__", "fget", "func"))
        found = next(step for step in inner if step is not None)
    raise LookupError(f"{module}.{symbol}")


def recoded(module: str, symbol: str, change: Callable[[FunctionNode], object]) -> CodeType:
    """A function's code after a change of its syntax tree."""
    source = source_of(module)
    tree = ast.parse(source.path.read_bytes())
    node = next(node for name, node in scopes(tree) if name == symbol and isinstance(node, FunctionNode))
    change(node)
    code = compile(ast.fix_missing_locations(tree), str(source.path), "exec", dont_inherit=True)
    for name in symbol.split("."):
        code = next(c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == name)
    return code


def node_of(module: str, symbol: str) -> FunctionNode:
    """A function's syntax tree, to look at and not to change."""
    tree = source_of(module).tree
    return next(node for name, node in scopes(tree) if name == symbol and isinstance(node, FunctionNode))


_KEPT = ("standard", "matrix", "crypto", "evidence", "hosts")
"""Rooms, and their tests, whose caches hold tables, keys and systems: costly, and no decider's result."""


def clear_caches(modules: dict[str, Any]) -> None:
    """Forget what functions have remembered, so that they run, and run as they are switched."""
    for name, module in list(modules.items()):
        package, _, rest = name.partition(".")
        if package in ("medcloud", "medcloud_policies", "tests") and rest.partition(".")[0] not in _KEPT:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
