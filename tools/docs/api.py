"""docs/api.md: the names that are promised, with what their code says of them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

FILE = Path(__file__).parents[2] / "docs" / "api.md"
MODULES = (
    "medcloud",
    "medcloud.cloud",
    "medcloud.plan",
    "medcloud.plan.region",
    "medcloud.plan.compute",
    "medcloud.plan.network",
    "medcloud.plan.storage",
    "medcloud.plan.protection",
    "medcloud.region_files",
)
_HEAD = """# The promised names

Made by `python -m tools.docs` from the code; a test keeps it current. What stands here keeps its name,
its fields and its meaning within a minor release; everything else is medcloud's own.
"""


def text() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for name in MODULES for line in _module(import_module(name)))]) + "\n"


def public(module: ModuleType) -> tuple[str, ...]:
    """Its promised names: ``__all__``, or without one the classes that it defines itself."""
    named = getattr(module, "__all__", None)
    own = (n for n, v in vars(module).items() if inspect.isclass(v) and v.__module__ == module.__name__)
    return tuple(named if named is not None else own)


def _module(module: ModuleType) -> Iterator[str]:
    yield f"## {module.__name__}\n"
    yield _first(module) + "\n"
    for name in sorted(n for n in public(module) if not n.startswith("__")):
        yield from _named(name, getattr(module, name))


def _named(name: str, found: Any) -> Iterator[str]:
    if inspect.isclass(found):
        yield f"### {name}\n"
        yield _first(found) + "\n"
        yield from _members(found)
    elif inspect.isfunction(found):
        yield f"### {name}\n"
        yield f"`{name}{_signature(found)}`\n"
        yield _first(found) + "\n"
    else:
        yield f"### {name}\n"
        yield f"`{str(found).replace('typing.', '')}`\n"


def _members(found: type) -> Iterator[str]:
    """Fields with their types and words, then public methods, as the class's own code has them."""
    for node in ast.parse(inspect.getsource(found)).body:
        if isinstance(node, ast.ClassDef) and (lines := [*_fields(node), *_methods(node)]):
            yield "\n".join(lines) + "\n"


def _fields(node: ast.ClassDef) -> Iterator[str]:
    for field, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            if field.target.id.startswith("_"):
                continue
            said = f": {_words(after)}" if _words(after) else ""
            yield f"- `{field.target.id}`: `{ast.unparse(field.annotation)}`{said}"


def _methods(node: ast.ClassDef) -> Iterator[str]:
    for method in node.body:
        if not isinstance(method, ast.FunctionDef):
            continue
        arguments = ast.unparse(method.args).removeprefix("self, ").removeprefix("cls, ")
        if method.name == "__init__":
            yield f"- `{node.name}({arguments})`"
        elif not method.name.startswith("_"):
            said = (ast.get_docstring(method) or "").partition("\n")[0]
            yield f"- `{method.name}({'' if arguments in ('self', 'cls') else arguments})`: {said}"


def _words(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


def _first(found: Any) -> str:
    return (inspect.getdoc(found) or "").partition("\n\n")[0].replace("\n", " ")


def _signature(found: Any) -> str:
    return str(inspect.signature(found)).replace("'", "")
