"""The small changes: each takes away or turns round one thing, and all of them are counted."""

from __future__ import annotations

import ast
from textwrap import dedent
from typing import Any

from medcloud.matrix.sources import FunctionNode
from tools.prove import edits

VALUES = {"KINDS": frozenset({"a"}), "NAME": "aes", "DAYS": 3, "Model": object}


def function(text: str) -> FunctionNode:
    node = ast.parse(dedent(text)).body[0]
    assert isinstance(node, FunctionNode)
    return node


def changed(text: str) -> set[str]:
    """Every changed form of a function's body, but for spaces."""
    found = set[str]()
    for which in range(edits.count(function(text), VALUES)):
        node = function(text)
        assert edits.change(node, VALUES, which)
        found.add("; ".join(ast.unparse(statement).replace("\n   ", "") for statement in node.body))
    return found


def test_conditions_are_turned_round_as_a_whole() -> None:
    assert changed("def f(x):\n if x > 1: return 2") == {"if not x > 1: return 2"}
    assert changed("def f(x):\n return [y for y in x if y]") == {"return [y for y in x if not y]"}
    assert changed("def f(x):\n y = 1 if x else 2") == {"y = 1 if not x else 2"}


def test_comparisons_and_constants() -> None:
    assert changed("def f(x):\n g(level=x == 'r', on=True, name='n', of=('a',), n=3)") == {
        "g(level=not x == 'r', on=True, name='n', of=('a',), n=3)",
        "g(level=x == 'r', on=False, name='n', of=('a',), n=3)",
        "g(level=x == 'r', on=True, name='off', of=('a',), n=3)",
        "g(level=x == 'r', on=True, name='n', of=(), n=3)",
        "g(level=x == 'r', on=True, name='n', of=('a',), n=0)",
        "pass",
    }
    assert changed("def f(x):\n y = (x in KINDS, NAME, DAYS, Model)") == {
        "y = (not x in KINDS, NAME, DAYS, Model)",
        "y = (x in frozenset(), NAME, DAYS, Model)",
        "y = (x in KINDS, 'off', DAYS, Model)",
        "y = (x in KINDS, NAME, 0, Model)",
    }


def test_effects_are_dropped_and_results_emptied() -> None:
    assert changed("def f(x):\n x['a'] = y") == {"pass"}
    assert changed("def f(x):\n yield y") == {"pass"}
    assert changed("def f(x) -> bool:\n return x") == {"return not x"}
    assert changed("def f(x) -> tuple[int, ...]:\n return x") == {"return ()"}
    assert changed("def f(x) -> A | None:\n return x") == {"return None"}


def test_what_is_left_alone() -> None:
    for text in (
        "def f(x):\n 'docstring'",
        "def f(x):\n raise E(on=True)",
        "def f(x):\n super().__init__(on=x)",
        "def f(x) -> tuple[int, ...]:\n return ()",
        "def f(x) -> A:\n return f'{NAME}'",
    ):
        assert changed(text) == set(), text


def test_a_change_compiles_and_changes_what_happens() -> None:
    text = "def f(x):\n return 'yes' if x > 1 else 'no'"
    node = function(text)
    edits.change(node, VALUES, 0)
    space: dict[str, Any] = {}
    exec(compile(ast.fix_missing_locations(ast.Module([node], [])), "f", "exec"), space)  # noqa: S102  # own text
    assert (space["f"](2), space["f"](0)) == ("no", "yes")
