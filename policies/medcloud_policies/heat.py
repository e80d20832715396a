"""Heat templates as far as rules look into them; what is no readable template holds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from medcloud_policies.resource import Resource
from medcloud_policies.values import Node

_SIZE = 1 << 18  # characters of a template that are read
_GROUP, _RULE = "OS::Neutron::SecurityGroup", "OS::Neutron::SecurityGroupRule"


def hidden_defaults(r: Resource) -> Iterator[str]:
    """Names of hidden parameters that have a default."""
    for template in _templates(r):
        for name, parameter in _section(template, "parameters"):
            if parameter.flag("hidden", default=False) and parameter.has("default"):
                yield name


def security_rules(r: Resource) -> Iterator[tuple[str, Node]]:
    """Security group rules of the templates, with the name of the resource they stand in."""
    for template in _templates(r):
        for name, resource in _section(template, "resources"):
            properties = resource.node("properties")
            if resource.text("type") == _GROUP:
                yield from ((name, rule) for rule in properties.nodes("rules"))
            elif resource.text("type") == _RULE:
                yield name, properties


def types(r: Resource) -> Iterator[tuple[str, str]]:
    """Names and types of the resources that the templates make."""
    for template in _templates(r):
        for name, resource in _section(template, "resources"):
            yield name, resource.text("type")


def _section(template: Mapping[str, Any], name: str) -> Iterator[tuple[str, Node]]:
    section = template.get(name)
    for key, value in section.items() if isinstance(section, Mapping) else ():
        if isinstance(value, Mapping):
            yield str(key), Node(value)


def _templates(r: Resource) -> Iterator[Mapping[str, Any]]:
    for _, text in r.node("templateOpts").items():
        template = _read(text[:_SIZE])
        if isinstance(template, Mapping):
            yield template


@lru_cache(maxsize=64)
def _read(text: str) -> Any:
    """YAML without aliases: what a few lines of them would swell to is not built."""
    import yaml  # noqa: PLC0415  # seldom needed, and slow to load

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
            return None
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
