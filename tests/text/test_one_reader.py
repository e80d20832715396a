"""Files that people write are read by text.reading alone: another parser has no lines to name."""

from __future__ import annotations

import ast
from pathlib import Path

import medcloud

_HOUSE = Path(medcloud.__file__).parent
_READER = "text/reading/"
_PARSES = {"load", "safe_load", "load_all", "safe_load_all", "parse", "compose"}
_OUR_OWN = {  # not written by people: data files that are installed with the package
    "evidence/applies.py",
    "hosts/controls/clauses.py",
    "hosts/systems/load.py",
    "recover/core/causes.py",
}
_DIALECT = {"engine/projects.py"}  # Pulumi's values, after text.reading found the form good


def test_no_room_parses_yaml_for_itself() -> None:
    found = {
        path.relative_to(_HOUSE).as_posix()
        for path in _HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr in _PARSES) == ("yaml", True)
    }
    assert any(file.startswith(_READER) for file in found)
    assert {file for file in found if not file.startswith(_READER)} == _OUR_OWN | _DIALECT
