"""Reads the installed `pulumi-openstack` SDK: tokens out of its files, property types out of its classes."""

from __future__ import annotations

import ast
import functools
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pulumi_openstack

ROOT = Path(str(pulumi_openstack.__file__)).parent
CALLS = {"resources": "__init__", "functions": "invoke"}
FAVOR = re.compile(r"in favor of openstack\.(\S+)\.(\w+)$")


@dataclass(frozen=True)
class File:
    """One source file of the SDK that may define a resource or a function."""

    path: Path
    tree: ast.Module

    def module(self) -> ModuleType:
        """The file, imported."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return importlib.import_module(".".join((ROOT.name, *parts)))


@functools.cache
def files() -> tuple[File, ...]:
    """The SDK's files in a fixed order; its helpers and configuration are left out."""
    return tuple(
        File(path, ast.parse(path.read_text("utf-8")))
        for path in sorted(ROOT.rglob("*.py"))
        if not path.name.startswith("_") and "config" not in path.relative_to(ROOT).parts
    )


def calls(node: ast.AST, method: str) -> Iterator[tuple[ast.Call, str]]:
    """Calls of `….method("openstack:…", …)` below a node, with their token."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr == method:
            token = next((a.value for a in each.args[:1] if isinstance(a, ast.Constant)), None)
            if isinstance(token, str) and token.startswith("openstack:"):
                yield each, token


def properties(tree: ast.Module) -> set[str]:
    """Names of the Python properties of a file's classes."""
    return {
        node.name.rstrip("_")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any("getter" in ast.dump(d) for d in node.decorator_list)
    }


def favoured(tree: ast.Module) -> str | None:
    """The token, in lower case, in whose favour a file's own is deprecated."""
    for node in tree.body:
        for each in ast.walk(node) if isinstance(node, ast.Expr) else ():
            if isinstance(each, ast.Constant) and (found := FAVOR.search(str(each.value))):
                return f"openstack:{found[1]}:{found[2]}".lower()
    return None


def tokens(kind: str) -> tuple[dict[str, set[str]], dict[str, str]]:
    """Tokens of "resources" or "functions" with their properties; and old tokens with their new one."""
    found: dict[str, set[str]] = {}
    moved: dict[str, str] = {}
    for file in files():
        for _, token in calls(file.tree, CALLS[kind]):
            found[token] = properties(file.tree)
            if new := favoured(file.tree):
                moved[token] = new
    return found, moved
