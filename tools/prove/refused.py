"""A refusing statement made to let one item's cases pass."""

from __future__ import annotations

import ast
from typing import Any

from medcloud.matrix.sources import FunctionNode


def let_pass(function: FunctionNode, statement: ast.stmt, item: str) -> None:
    """Change the function in place: the statement refuses nothing any more in the item's name."""
    _Replacer(statement, _instead(function, statement, item)).visit(function)


class _Replacer(ast.NodeTransformer):
    def __init__(self, old: ast.stmt, new: list[ast.stmt]) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST | list[ast.stmt]:
        if node is self._old:
            return self._new
        found: ast.AST = self.generic_visit(node)
        return found


def _instead(function: FunctionNode, statement: ast.stmt, item: str) -> list[ast.stmt]:
    if isinstance(statement, ast.Return):
        return [ast.Return(ast.List([], ast.Load()))]
    if isinstance(statement, ast.Raise):
        return [_accept(function) if function.body[-1] is statement else ast.Pass()]
    return _guarded(statement, item)


def _accept(function: FunctionNode) -> ast.stmt:
    """What a validator that ends in a refusal does with a good value: it gives it back."""
    names = [argument.arg for argument in function.args.args if argument.arg != "self"]
    return ast.Return(ast.Name(names[0], ast.Load())) if names else ast.Pass()


def _guarded(statement: ast.stmt, item: str) -> list[ast.stmt]:
    """Yield or append what is refused, but where its item is this one."""
    assert isinstance(statement, ast.Expr)  # noqa: S101  # refusals are raised, returned, yielded or appended
    value = statement.value
    call: Any = value.value if isinstance(value, ast.Yield) else getattr(value, "args", [None])[0]
    text = f"_prove_refused = {ast.unparse(call)}\nif _prove_refused.item != {item!r}: pass"
    made, guard = ast.parse(text).body
    assert isinstance(guard, ast.If)  # noqa: S101  # as written above
    name = ast.Name("_prove_refused", ast.Load())
    if isinstance(value, ast.Yield):
        value.value = name
    else:
        value.args = [name]  # type: ignore[attr-defined]  # a call of append
    guard.body = [statement]
    return [made, guard]
