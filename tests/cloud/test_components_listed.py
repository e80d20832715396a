"""A new component: every place that must name it, in one fast test that says all that are missing."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path

import pulumi

from medcloud import cloud
from medcloud.recover.openstack.types import TYPES
from tests.recover.test_covered import types_made

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "components" / "medcloud" / "cloud"
INSIDE = {"DataCenter", "SecurityGroup", "Tenancy", "VolumeTypeEncryption"}
"""Made by other components only, or for Python programs only: not in the package for other languages."""


def components() -> dict[str, type[pulumi.Resource]]:
    """The component classes of the room, by name, found by walking it."""
    found: dict[str, type[pulumi.Resource]] = {}
    for path in sorted(FOLDER.glob("[!_]*.py")):
        module = importlib.import_module(f"medcloud.cloud.{path.stem}")
        for name, kind in vars(module).items():
            own = inspect.isclass(kind) and kind.__module__ == module.__name__
            if own and not name.startswith("_") and issubclass(kind, pulumi.ComponentResource):
                found[name] = kind
    return found


def served() -> set[str]:
    """The classes that the package for other languages lists."""
    tree = ast.parse((ROOT / "components/medcloud/provider/__main__.py").read_text("utf-8"))
    (listed,) = (
        node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "components"
    )
    assert isinstance(listed, ast.List)
    return {each.id for each in listed.elts if isinstance(each, ast.Name)}


def test_every_place_names_every_component() -> None:
    found = components().keys()
    assert len(found) > 10
    docs = (ROOT / "docs/components.md").read_text("utf-8")
    places = {
        "components/medcloud/cloud/__init__.py": found - INSIDE - set(cloud.__all__),
        "components/medcloud/provider/__main__.py": found - INSIDE - served(),
        "components/medcloud/recover/openstack/types": types_made() - TYPES.keys(),
        "docs/components.md": {name for name in found - INSIDE if f"`{name}`" not in docs},
    }
    assert {place: sorted(names) for place, names in places.items() if names} == {}
    assert INSIDE & found, "what is excused exists"
