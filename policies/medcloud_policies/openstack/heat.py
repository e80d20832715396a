"""Heat templates as far as rules look into them; what is no readable template holds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from medcloud_policies.core.resource import Resource
from medcloud_policies.core.values import Node

_SIZE = 1 << 18  # characters of a template that are read
_GROUPED = ("resource_def",)  # OS::Heat::ResourceGroup: how its members are written
_SCALED = ("resource",)  # OS::Heat::AutoScalingGroup
_DEEP = 8  # groups in groups
_GROUP, _RULE = "OS::Neutron::SecurityGroup", "OS::Neutron::SecurityGroupRule"


def hidden_defaults(r: Resource) -> Iterator[str]:
    """Names of hidden parameters that have a default."""
    for template in _templates(r):
        for name, parameter in _section(template, "parameters"):
            if parameter.flag("hidden", default=False) and parameter.has("default"):
                yield name


def security_rules(r: Resource) -> Iterator[tuple[str, Node]]:
    """Security group rules of the templates with their parameters put in, and the resource they stand in."""
    for template in _templates(r):
        parameters = partial(_parameters, r, template)
        for name, resource in _resources(template):
            properties = resource.node("properties")
            if resource.text("type") == _GROUP:
                yield from ((name, _filled(rule, parameters)) for rule in properties.nodes("rules"))
            elif resource.text("type") == _RULE:
                yield name, _filled(properties, parameters)


def unread(r: Resource) -> Iterator[str]:
    """Options whose template cannot be looked into: elsewhere, broken, too long, of another form."""
    for name, text in r.node("templateOpts").items():
        template = _read(text[:_SIZE])
        if name != "Files" and (not isinstance(template, Mapping) or "Resources" in template):
            yield name


def types(r: Resource) -> Iterator[tuple[str, str]]:
    """Names and types of the resources that the templates make; what a scaling group makes is its own."""
    for template in _templates(r):
        for name, resource in _resources(template, _GROUPED):
            yield name, resource.text("type")


def _resources(
    template: Mapping[str, Any], within: tuple[str, ...] = _GROUPED + _SCALED
) -> Iterator[tuple[str, Node]]:
    """Resources by name, and under the same name what a group or a scaling group makes many of."""
    for name, outer in _section(template, "resources"):
        resource = outer
        for _ in range(_DEEP):
            yield name, resource
            properties = resource.node("properties")
            inner = next((key for key in within if isinstance(properties.props.get(key), Mapping)), None)
            if inner is None:
                break
            resource = properties.node(inner)


def _section(template: Mapping[str, Any], name: str) -> Iterator[tuple[str, Node]]:
    section = template.get(name)
    for key, value in section.items() if isinstance(section, Mapping) else ():
        if isinstance(value, Mapping):
            yield str(key), Node(value)


def _parameters(r: Resource, template: Mapping[str, Any]) -> dict[str, Any]:
    """What parameters are: as the stack gives them, else the environment, else the template's defaults."""
    found = {name: parameter.props.get("default") for name, parameter in _section(template, "parameters")}
    for _, text in r.node("environmentOpts").items():
        environment = _read(text[:_SIZE])
        given = environment.get("parameters") if isinstance(environment, Mapping) else None
        found.update(given if isinstance(given, Mapping) else {})
    return {**found, **r.node("parameters").props}


def _filled(rule: Node, parameters: Callable[[], Mapping[str, Any]]) -> Node:
    """A rule's properties with the values of `get_param: NAME`; other functions are left as they are."""
    filled = dict(rule.props)
    for key, value in rule.props.items():
        name = value.get("get_param") if isinstance(value, Mapping) else None
        if isinstance(name, str) and (found := parameters().get(name)) is not None:
            filled[key] = found
    return Node(filled, rule.path)


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
