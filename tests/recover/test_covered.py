"""Every type that the components make can be looked up."""

from __future__ import annotations

import re
from pathlib import Path

import pulumi_openstack

from medcloud.recover.openstack.types import TYPES

CLOUD = Path(__file__).resolve().parents[2] / "components" / "medcloud" / "cloud"
MADE = re.compile(r"\bopenstack\.([a-z]+)\.([A-Z]\w+)\(")


def types_made() -> set[str]:
    """The type tokens that the components make, dynamic ones too."""
    used = {m for path in CLOUD.glob("*.py") for m in MADE.findall(path.read_text(encoding="utf-8"))}
    classes = {getattr(getattr(pulumi_openstack, module), name) for module, name in used}
    tokens = {cls.pulumi_type for cls in classes if hasattr(cls, "pulumi_type")}
    dynamic = re.findall(r'dynamic\.Resource, module="(\w+)", name="(\w+)"', _sources())
    return tokens | {f"pulumi-python:dynamic/{module}:{name}" for module, name in dynamic}


def test_every_type_of_the_components() -> None:
    assert len(types_made()) > 25, "the components make more than that"
    assert types_made() <= TYPES.keys()


def _sources() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in CLOUD.glob("*.py"))
