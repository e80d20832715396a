"""Items that test files name in a marker, read from the files: they tell of tests that have not run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Mark(NamedTuple):
    """``mark.item("7.2.1-b")`` at one place; markers made of other values show only in results."""

    item: str
    file: str
    line: int
    test: str
    """Id of the test function as results have it, without parameters; of a whole file, the file."""


def marks(root: Path) -> tuple[Mark, ...]:
    """All of them below ``tests``."""
    return tuple(mark for path in sorted((root / "tests").rglob("*.py")) for mark in _in(root, path))


def _in(root: Path, path: Path) -> Iterator[Mark]:
    text = path.read_bytes()
    if b"mark.item" not in text:
        return
    file = path.relative_to(root).as_posix()
    tree = ast.parse(text)
    for node in tree.body:
        inside = isinstance(node, ast.FunctionDef) and node.name.startswith("test")
        name = f"{file}::{node.name}" if inside and isinstance(node, ast.FunctionDef) else file
        for item, line in _items(node):
            yield Mark(item, file, line, name)


def _items(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("mark.item"):
            for word in node.args:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value, word.lineno
