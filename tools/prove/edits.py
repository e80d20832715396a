"""Small changes of a function, each of which takes away or turns round one thing that it does."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

from medcloud.matrix.sources import FunctionNode

_EMPTY: dict[str, Callable[[], ast.expr]] = {
    "tuple": lambda: ast.Tuple([], ast.Load()),
    "list": lambda: ast.List([], ast.Load()),
    "dict": lambda: ast.Dict([], []),
    "Mapping": lambda: ast.Dict([], []),
    "str": lambda: ast.Constant("off"),
    "int": lambda: ast.Constant(0),
    "frozenset": lambda: ast.Call(ast.Name("frozenset", ast.Load()), [], []),
}
"""A value of a type that says nothing."""


def count(function: FunctionNode, values: Mapping[str, Any]) -> int:
    """How many changes there are of a function, whose module holds ``values``."""
    changer = _Changer(-1, values, function)
    changer.run(_copy(function))
    return changer.seen


def change(function: FunctionNode, values: Mapping[str, Any], which: int) -> str:
    """Make one change in place; what was changed, in words."""
    changer = _Changer(which, values, function)
    changer.run(function)
    return changer.made


def _copy(function: FunctionNode) -> FunctionNode:
    body = ast.parse(ast.unparse(function)).body[0]
    assert isinstance(body, FunctionNode)  # noqa: S101  # what was unparsed
    return body


class _Changer(ast.NodeTransformer):
    """Counts the changes there could be, and makes the one that is asked for."""

    def __init__(self, which: int, values: Mapping[str, Any], function: FunctionNode) -> None:
        self._which, self._values = which, values
        self._returns = ast.unparse(function.returns) if function.returns else ""
        self._tests: set[int] = set()
        self.seen = 0
        self.made = ""

    def run(self, function: FunctionNode) -> None:
        """Go through the statements; decorators, defaults and annotations stay."""
        body: list[ast.stmt] = []
        for statement in function.body:
            found = self.visit(statement)
            body += found if isinstance(found, list) else [found]
        function.body = body

    def _turn(self, node: Any, what: str, new: Callable[[], Any]) -> Any:
        index, self.seen = self.seen, self.seen + 1
        if index != self._which:
            return node
        self.made = f"line {node.lineno}: {what}: {ast.unparse(node).splitlines()[0][:60]}"
        return new()

    def _not(self, test: ast.expr) -> Any:
        return self._turn(test, "turned round", lambda: ast.UnaryOp(ast.Not(), test))

    def _condition(self, node: Any) -> Any:
        self._tests.add(id(node.test))
        self.generic_visit(node)
        node.test = self._not(node.test)
        return node

    def visit_If(self, node: ast.If) -> Any:
        """Turn the condition round."""
        return self._condition(node)

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        """Turn the condition round."""
        return self._condition(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """Turn each filter round."""
        self._tests |= set(map(id, node.ifs))
        self.generic_visit(node)
        node.ifs = [self._not(test) for test in node.ifs]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Turn a comparison round that is no condition, which is turned round as a whole."""
        self.generic_visit(node)
        if id(node) in self._tests:
            return node
        new: ast.AST = self._not(node)
        return new

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        """Leave refusals alone: they are deciders of their own."""
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Leave texts alone."""
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Leave the annotation alone."""
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Empty a constant of the module."""
        value = self._values.get(node.id)
        empty = _EMPTY.get(type(value).__name__)
        if not node.id.isupper() or empty is None:
            return node
        new: ast.AST = self._turn(node, "constant emptied", empty)
        return new

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        """Empty or turn round a constant argument."""
        self.generic_visit(node)
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, bool):
            flipped = not value.value
            node.value = self._turn(value, f"{node.arg} flipped", lambda: ast.Constant(flipped))
        elif isinstance(value, ast.Constant) and isinstance(value.value, str | int):
            empty = _EMPTY[type(value.value).__name__]
            node.value = self._turn(value, f"{node.arg} emptied", empty)
        elif isinstance(value, ast.Tuple) and value.elts:
            node.value = self._turn(value, f"{node.arg} emptied", _EMPTY["tuple"])
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Drop an entry."""
        self.generic_visit(node)
        if not isinstance(node.targets[0], ast.Subscript):
            return node
        new: ast.AST = self._turn(node, "dropped", ast.Pass)
        return new

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Drop what is yielded or called for its effect."""
        if isinstance(node.value, ast.Constant) or ast.unparse(node).startswith("super()"):
            return node
        self.generic_visit(node)
        new: ast.AST = self._turn(node, "dropped", ast.Pass)
        return new

    def visit_Return(self, node: ast.Return) -> ast.AST:
        """Return nothing, or the opposite."""
        self.generic_visit(node)
        value, empty = node.value, _EMPTY.get(self._returns.partition("[")[0])
        if value is None:
            return node
        if self._returns == "bool":
            node.value = self._not(value)
        elif self._returns.endswith("| None") and ast.unparse(value) != "None":
            node.value = self._turn(value, "not returned", lambda: ast.Constant(None))
        elif empty is not None and ast.unparse(value) != ast.unparse(empty()):
            node.value = self._turn(value, "not returned", empty)
        return node
