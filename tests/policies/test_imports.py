"""What the pack takes from the library is an allow list: a new room is refused until it stands here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import medcloud_policies

_ALLOWED = ("medcloud.text", "medcloud.standard", "medcloud.waivers", "medcloud.evidence.ledger")
_PACK = Path(medcloud_policies.__file__).parent


def _imported(node: ast.AST) -> Iterator[str]:
    """Full names, those in a function or for type checkers alone too."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_pack_imports_what_is_allowed_and_no_more() -> None:
    found = {
        (path.relative_to(_PACK).as_posix(), name)
        for path in _PACK.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        for name in _imported(node)
        if name.partition(".")[0] == "medcloud"
    }
    rooms = {(file, name): _room(name) for file, name in found}
    assert sorted(each for each, room in rooms.items() if not room) == []
    assert set(rooms.values()) == set(_ALLOWED)


def _room(name: str) -> str:
    return next((room for room in _ALLOWED if f"{name}.".startswith(f"{room}.")), "")
