"""The code of medcloud as syntax trees, a module each; nothing is imported or run for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("medcloud", "medcloud_policies")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Scope = FunctionNode | ast.ClassDef


@dataclass(frozen=True, eq=False)
class Source:
    """One module."""

    module: str
    """Dotted name, e.g. ``medcloud.plan.network.links``."""
    path: Path
    file: str
    """Path below the folder of its package, e.g. ``medcloud/plan/network/links.py``."""
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room that it is in: ``plan``, ``model``, …; ``policies`` for the pack."""
        package, _, rest = self.module.partition(".")
        return rest.partition(".")[0] if package == PACKAGES[0] else "policies"


@cache
def sources() -> tuple[Source, ...]:
    """Every module of the packages that are installed, by name."""
    return tuple(source for package in PACKAGES for source in _of(package))


def _of(package: str) -> Iterator[Source]:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).rglob("*.py")):
            parts = (package, *path.relative_to(folder).with_suffix("").parts)
            module = ".".join(parts).removesuffix(".__init__")
            file = "/".join((package, *path.relative_to(folder).parts))
            yield Source(module, path, file, ast.parse(path.read_bytes()))


def scopes(tree: ast.Module) -> Iterator[tuple[str, Scope]]:
    """Classes and functions by qualified name; what is inside a function belongs to it."""
    yield from _scopes(tree.body, "")


def _scopes(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, Scope]]:
    for node in body:
        if isinstance(node, Scope):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _scopes(node.body, f"{prefix}{node.name}.")
        elif isinstance(node, ast.If | ast.Try):
            yield from _scopes(node.body, prefix)


def checkout() -> Path | None:
    """The folder of the working copy, when medcloud runs out of one: it has the tests."""
    spec = find_spec(PACKAGES[0])
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parents[2]
    return folder if (folder / "pyproject.toml").is_file() and (folder / "tests").is_dir() else None
