"""Registers the resources of BENCH_RESOURCES with the SDK's own classes, no components.

They are a preview's list (an input that was not known then is another's id), or a state's (an input that is
another's output, as it was, is that output again).
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
from pathlib import Path
from typing import Any, NamedTuple

import pulumi
import pulumi_openstack
from pulumi._types import input_type_py_to_pulumi_names  # the only map between the two spellings

from medcloud.text import urns

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
SECRET = "4dabf18193072939515e22adb298388d"  # noqa: S105  # the engine's mark of a secret in a state
PROVIDER = "pulumi:providers:openstack"

Kind = tuple[type[pulumi.CustomResource], dict[str, str]]


class Made(NamedTuple):
    """A resource, and what it was when it was written down."""

    resource: pulumi.CustomResource
    id: str
    outputs: dict[str, Any]


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
    """Register them in their order."""
    made: dict[str, Made] = {}
    by_token = kinds()
    listed = json.loads(Path(os.environ["BENCH_RESOURCES"]).read_text(encoding="utf-8"))
    providers = {f"{s['urn']}::{s['id']}": _provider(s) for s in listed if s["type"] == PROVIDER}
    clouds = providers or {"": pulumi_openstack.Provider("cloud", auth_url="http://127.0.0.1:1/v3")}
    for state in listed:
        if state["type"] == PROVIDER:
            continue
        sources: dict[str, list[str]] = state.get("propertyDependencies") or {}
        make, words = by_token[state["type"]]
        inputs: dict[str, Any] = {}
        for key, value in state["inputs"].items():
            if key in words:
                wanted = [made[urn] for urn in sources.get(key, ()) if urn in made]
                inputs[words[key]] = _revive(value, wanted)
        before = [made[urn].resource for urn in state.get("dependencies") or () if urn in made]
        provider = clouds.get(state.get("provider", ""), next(iter(clouds.values())))
        options = pulumi.ResourceOptions(provider=provider, depends_on=before)
        resource = make(urns.split(state["urn"]).name, opts=options, **inputs)
        made[state["urn"]] = Made(resource, str(state.get("id", "")), state.get("outputs") or {})


def _provider(state: dict[str, Any]) -> pulumi_openstack.Provider:
    inputs = {key: value for key, value in state["inputs"].items() if key in ("cloud", "region")}
    return pulumi_openstack.Provider(urns.split(state["urn"]).name, **inputs)


def _revive(value: Any, sources: list[Made]) -> Any:
    if isinstance(value, str):
        return _again(value, sources)
    if isinstance(value, list):
        return [_revive(item, sources) for item in value]
    if isinstance(value, dict) and SECRET in value:
        return pulumi.Output.secret(_revive(json.loads(value["plaintext"]), sources))
    if isinstance(value, dict):
        return {key: _revive(item, sources) for key, item in value.items()}
    return value


def _again(value: str, sources: list[Made]) -> Any:
    """A text, or the output of another that it was."""
    if value == UNKNOWN and sources:
        return sources[0].resource.id
    for source in sources:
        if source.id and source.id in value:
            before, *rest = value.split(source.id)
            return pulumi.Output.concat(before, *(e for part in rest for e in (source.resource.id, part)))
        for name, output in source.outputs.items():
            if output == value and value:
                return getattr(source.resource, re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower())
    return value


main()
