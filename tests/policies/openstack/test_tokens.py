"""Type tokens stand in one module of their provider, under names that follow from them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from medcloud_policies.core.providers import HOME, folders, providers
from medcloud_policies.openstack import tokens
from tests.policies.openstack.sdk_types import classes

NAMED = {name: token for name, token in vars(tokens).items() if name.isupper() and isinstance(token, str)}
FILES = sorted(path for path in HOME.rglob("*.py") if path.name != "tokens.py")


def _texts(path: Path) -> list[str]:
    """All texts in a file's code, docstrings and parts of f-strings included."""
    tree = ast.parse(path.read_text("utf-8"))
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [text for text in found if isinstance(text, str)]


def test_no_module_but_the_providers_constants_spells_a_token() -> None:
    token = re.compile(rf"\b({'|'.join(providers())}):|:({'|'.join(providers())})\b")
    spelt = [(path, text) for path in FILES for text in _texts(path) if token.search(text)]
    assert len(FILES) > 150
    assert spelt == []


def test_a_folder_of_rules_belongs_to_a_provider() -> None:
    rooms = {"core", "reading", "serve", "handbook"}
    packages = {path.parent.name for path in HOME.glob("*/__init__.py")}
    assert packages - rooms == set(folders())


@pytest.mark.parametrize("name", sorted({*NAMED} - {"PROVIDER"}))
def test_a_token_is_named_by_service_and_type(name: str) -> None:
    package, path, type_ = NAMED[name].split(":")
    assert package == "openstack"
    assert name == f"{_upper(path.partition('/')[0])}_{_upper(type_)}"
    assert NAMED[name] in classes()


def _upper(word: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", word).upper()


def test_no_token_is_left_over() -> None:
    code = "".join(path.read_text("utf-8") for path in FILES)
    used = {name for name in NAMED if re.search(rf"\b{name}\b", code)}
    assert set(NAMED.values()) - {NAMED[name] for name in used} <= set(tokens.DEPRECATED.values())
