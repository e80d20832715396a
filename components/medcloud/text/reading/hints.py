"""What may stand at a place of a file, told from its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from medcloud.text.reading.problem import Loc

Schema = Mapping[str, Any]
_ENDLESS = 1_000_000_000
"""A limit that is there for the machine's sake, which nobody need be told."""
_UNITS = {
    "gib": ("GiB", "GiB"),
    "gbps": ("Gbit/s", "Gbit/s"),
    "minutes": ("分钟", "minutes"),
    "days": ("天", "days"),
    "years": ("年", "years"),
}
"""By the last word of a key, in both languages."""
_PLAIN = {
    "string": ("文本", "text"),
    "boolean": (" true 或 false", "true or false"),
    "array": ("列表，如 [a, b]，不留空", "a list, e.g. [a, b], not empty"),
    "object": ("映射，如 {键: 值}", "a mapping, e.g. {key: value}"),
}


def subschema(loc: Loc, schema: Schema) -> Schema:
    """The schema of what stands at a location; empty when there is none."""
    node = _resolved(schema, schema)
    for step in loc:
        node = next((each for each in node.get("oneOf", ()) if each.get("type") == "object"), node)
        if isinstance(step, int):
            node = node.get("items", {})
        elif step in node.get("properties", {}):
            node = node["properties"][step]
        else:
            node = next(iter(node.get("patternProperties", {}).values()), {})
        node = _resolved(node, schema)
    return node


def hint(loc: Loc, schema: Schema) -> tuple[str, str]:
    """What to write at a location, in both languages."""
    node = subschema(loc, schema)
    if "enum" in node:
        options = [str(option) for option in node["enum"]]
        return f" {'、'.join(options)} 之一", f"one of {', '.join(options)}"
    if "const" in node:
        value = str(node["const"]).lower()
        return f" {value}", value
    if node.get("type") == "integer" or "oneOf" in node:
        zh, en = _whole(node)
        unit = _UNITS.get(str(loc[-1]).rpartition("_")[2])
        return (f"{zh}（{unit[0]}）", f"{en}, in {unit[1]}") if unit else (zh, en)
    if "examples" in node:
        return f"文本，如 {node['examples'][0]}", f"text, e.g. {node['examples'][0]}"
    if most := node.get("maxLength"):
        return f"文本，1 至 {most} 字", f"text of 1 to {most} characters"
    return _PLAIN.get(node.get("type", "string"), _PLAIN["string"])


def _whole(node: Schema) -> tuple[str, str]:
    if "oneOf" in node:
        zh, en = _whole(node["oneOf"][0])
        return f"{zh}，或按键写的整数，如 {{键: 2}}", f"{en}, or such numbers by key, e.g. {{key: 2}}"
    low, high = node.get("minimum"), node.get("maximum")
    if low is not None and high is not None and high < _ENDLESS:
        return f"整数，{low} 至 {high}", f"a whole number from {low} to {high}"
    return ("整数", "a whole number") if low is None else (f"整数，{low} 起", f"a whole number from {low}")


def _resolved(node: Schema, schema: Schema) -> Schema:
    """A node itself, past references and the null of what may be left out."""
    if "$ref" in node:
        return _resolved(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    for option in node.get("anyOf", ()):
        if option.get("type") != "null":
            return _resolved(option, schema)
    return node
