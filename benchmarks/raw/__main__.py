"""Registers the resources of BENCH_RESOURCES (a preview's list) with the SDK's own classes, no components."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
from pathlib import Path
from typing import Any

import pulumi
import pulumi_openstack
from pulumi._types import input_type_py_to_pulumi_names  # the only map between the two spellings

from medcloud.text import urns

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"


Kind = tuple[type[pulumi.CustomResource], dict[str, str]]


def kinds() -> dict[str, Kind]:
    """The SDK's resource classes by type token, each with its arguments' names by property."""
    found: dict[str, Kind] = {}
    for module in pkgutil.walk_packages(pulumi_openstack.__path__, "pulumi_openstack."):
        names = vars(importlib.import_module(module.name))
        for name, value in names.items():
            arguments = names.get(f"{name}Args") or names.get(f"{name}InitArgs")
            if arguments and isinstance(value, type) and issubclass(value, pulumi.CustomResource):
                words = input_type_py_to_pulumi_names(arguments)
                found[getattr(value, "pulumi_type", "")] = (value, {v: k for k, v in words.items()})
    return found


def main() -> None:
    """Register them in the order of the preview, each input that was another's output again so."""
    made: dict[str, pulumi.CustomResource] = {}
    by_token = kinds()
    provider = pulumi_openstack.Provider("cloud", auth_url="http://127.0.0.1:1/v3")
    for state in json.loads(Path(os.environ["BENCH_RESOURCES"]).read_text(encoding="utf-8")):
        sources: dict[str, list[str]] = state.get("propertyDependencies") or {}
        make, words = by_token[state["type"]]
        inputs: dict[str, Any] = {}
        for key, value in state["inputs"].items():
            if key in words:
                wanted = [made[urn] for urn in sources.get(key, ()) if urn in made]
                inputs[words[key]] = _revive(value, wanted)
        name = urns.split(state["urn"]).name
        made[state["urn"]] = make(name, opts=pulumi.ResourceOptions(provider=provider), **inputs)


def _revive(value: Any, sources: list[pulumi.CustomResource]) -> Any:
    if value == UNKNOWN and sources:
        return sources[0].id
    if isinstance(value, list):
        return [_revive(item, sources) for item in value]
    if isinstance(value, dict):
        return {key: _revive(item, sources) for key, item in value.items()}
    return value


main()
