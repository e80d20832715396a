"""What may stand at a place of the file, told from the JSON Schema."""

from __future__ import annotations

from typing import Any

from medcloud.model.problem import Loc
from medcloud.model.scalars import COUNT_LIMIT
from medcloud.model.schema import json_schema

_PLAIN = {
    "string": ("文本", "text"),
    "boolean": (" true 或 false", "true or false"),
    "array": ("列表，如 [a, b]，不留空", "a list, e.g. [a, b], not empty"),
    "object": ("映射，如 {键: 值}", "a mapping, e.g. {key: value}"),
}


def subschema(loc: Loc) -> dict[str, Any]:
    """The schema of what stands at a location; empty when there is none."""
    node = _resolved(json_schema())
    for step in loc:
        if isinstance(step, int):
            node = node.get("items", {})
        elif step in node.get("properties", {}):
            node = node["properties"][step]
        else:
            node = next(iter(node.get("patternProperties", {}).values()), {})
        node = _resolved(node)
    return node


def hint(loc: Loc) -> tuple[str, str]:
    """What to write at a location, in both languages."""
    node = subschema(loc)
    if "enum" in node:
        options = [str(option) for option in node["enum"]]
        return f" {'、'.join(options)} 之一", f"one of {', '.join(options)}"
    if "const" in node:
        value = str(node["const"]).lower()
        return f" {value}", value
    if node.get("type") == "integer":
        return _whole(node)
    if "examples" in node:
        return f"文本，如 {node['examples'][0]}", f"text, e.g. {node['examples'][0]}"
    if most := node.get("maxLength"):
        return f"文本，1 至 {most} 字", f"text of 1 to {most} characters"
    return _PLAIN.get(node.get("type", "string"), _PLAIN["string"])


def _whole(node: dict[str, Any]) -> tuple[str, str]:
    low, high = node.get("minimum"), node.get("maximum")
    if low is not None and high is not None and high < COUNT_LIMIT:
        return f"整数，{low} 至 {high}", f"a whole number from {low} to {high}"
    return ("整数", "a whole number") if low is None else (f"整数，{low} 起", f"a whole number from {low}")


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    """The schema itself, past references and the null of what may be left out."""
    if "$ref" in node:
        return _resolved(json_schema()["$defs"][node["$ref"].rpartition("/")[2]])
    for option in node.get("anyOf", ()):
        if option.get("type") != "null":
            return _resolved(option)
    return node
