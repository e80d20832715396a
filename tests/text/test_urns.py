"""The parts of a URN."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from medcloud.text import urns

SERVER = "openstack:compute/instance:Instance"
OF_A_WORKLOAD = f"medcloud:index:Workload${SERVER}"


@pytest.mark.parametrize(
    ("urn", "parts"),
    [
        (f"urn:pulumi:dev::shop::{OF_A_WORKLOAD}::r-c1-his-0", ("dev", "shop", SERVER, "r-c1-his-0")),
        ("urn:pulumi:dev::shop::a:b:C::one::two", ("dev", "shop", "a:b:C", "one::two")),
        ("his-0", ("", "", "", "his-0")),
        ("", ("", "", "", "")),
        ("urn:pulumi:dev::shop::x", ("", "", "", "urn:pulumi:dev::shop::x")),
    ],
)
def test_split(urn: str, parts: tuple[str, str, str, str]) -> None:
    found = urns.split(urn)
    assert (found.stack, found.project, found.type, found.name) == parts


def test_types_are_kept_with_their_parents() -> None:
    assert urns.split(f"urn:pulumi:dev::shop::{OF_A_WORKLOAD}::r").types == OF_A_WORKLOAD
    assert urns.split("his-0").types == ""


def test_nobody_else_takes_a_urn_apart() -> None:
    """A second splitter would read `a$b` or a name with `::` its own way."""
    root = Path(__file__).resolve().parents[2]
    splits = {
        path.relative_to(root).as_posix()
        for house in ("components", "policies", "tools", "labs")
        for path in (root / house).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("split", "partition", "startswith", "removeprefix")
        and (_spelt(node) == "urn:pulumi:" or (node.func.attr, _spelt(node)) == ("split", "::"))
    }
    assert splits == {"components/medcloud/text/urns.py"}


def _spelt(call: ast.Call) -> object:
    word = call.args[0] if call.args else None
    return word.value if isinstance(word, ast.Constant) else None


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("openstack:compute/instance:Instance", "compute.Instance"),
        ("medcloud:index:Workload", "medcloud.Workload"),
        ("pulumi:pulumi:Stack", "pulumi.Stack"),
        ("odd", "odd."),
    ],
)
def test_short(token: str, said: str) -> None:
    assert urns.short(token) == said
