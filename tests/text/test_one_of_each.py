"""What is said to people has one shape in library and pack: own errors are Refusals, one Text."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import medcloud
import medcloud_policies
from medcloud.text import Refusal, Text


@cache
def modules() -> tuple[ModuleType, ...]:
    names = [
        found.name
        for package in (medcloud, medcloud_policies)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not found.name.endswith("__main__")
    ]
    return tuple(importlib.import_module(name) for name in names)


def own_classes() -> Iterator[type]:
    for module in modules():
        for _, found in inspect.getmembers(module, inspect.isclass):
            if found.__module__ == module.__name__:
                yield found


def test_every_error_of_our_own_is_a_refusal() -> None:
    errors = [found for found in own_classes() if issubclass(found, BaseException)]
    assert len(errors) > 10
    assert [e.__qualname__ for e in errors if not issubclass(e, Refusal)] == []


def test_text_is_said_in_one_way() -> None:
    """A bilingual sentence has one class; another room's own would not obey --lang."""
    own = [c for c in own_classes() if tuple(getattr(c, "_fields", ())) == ("zh", "en") and c is not Text]
    assert own == []


def test_words_that_every_room_knows_name_one_class_in_the_tree() -> None:
    """Another room's own Finding would be read as the one with a place, a remedy and an item."""
    root = Path(__file__).resolve().parents[2]
    standing = {
        (node.name, path.relative_to(root).as_posix())
        for house in ("components", "policies", "labs", "tools", "tests")
        for path in (root / house).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ClassDef) and node.name in ("Finding", "Place", "Text", "Refusal")
    }
    text = "components/medcloud/text"
    assert standing == {
        ("Finding", f"{text}/finding.py"),
        ("Place", f"{text}/finding.py"),
        ("Text", f"{text}/text.py"),
        ("Refusal", f"{text}/refusal.py"),
    }
