"""The shape of a property, from a Python type hint and from a Pulumi schema, in the same terms.

A scalar is its name, a list `[shape]`, a map `{"*": shape}`, an object `{property: shape}`.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Mapping, Sequence
from typing import Any

from pulumi import _types  # the SDK's own reading of its hints; there is no public one

SCALARS: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", Any: "any"}
DEEPEST = 7  # no type of the SDK nests deeper; a recursive one would not end


def hints(cls: type) -> dict[str, Any]:
    """Property names of a class, as the engine has them, with their hints."""
    return dict(_types._raw_return_hints(cls))


def required(cls: type) -> set[str]:
    """Engine's names of a class's arguments that have no default."""
    names = _types.input_type_py_to_pulumi_names(cls)
    parameters = inspect.signature(cls).parameters.values()
    return {
        names[each.name]
        for each in parameters
        if each.kind is each.KEYWORD_ONLY and each.default is each.empty
    }


def signature(function: Any, module: Any) -> dict[str, Any]:
    """Hints of a function's parameters."""
    return typing.get_type_hints(function, vars(module))


def of_hint(hint: Any, depth: int = 0) -> Any:
    """Shape of a Python hint; optional and awaitable wrappings do not count."""
    hint = _types.unwrap_type(hint)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        return of_hint(next(each for each in inner if not dictionary_form(each)), depth)
    if hint in SCALARS:
        return SCALARS[hint]
    if origin and issubclass(origin, Mapping):
        return {"*": of_hint(inner[1], depth)}
    if origin and issubclass(origin, Sequence):
        return [of_hint(inner[0], depth)]
    if depth >= DEEPEST:
        return "…"
    return {name: of_hint(each, depth + 1) for name, each in hints(hint).items()}


def dictionary_form(hint: Any) -> bool:
    """Whether a member of a union is None or the TypedDict beside an input class."""
    is_none = hint is type(None)
    return is_none or (isinstance(hint, type) and issubclass(hint, dict)) or str(hint).endswith("ArgsDict")


def of_schema(found: dict[str, Any], schema: dict[str, Any], depth: int = 0) -> Any:
    """Shape of a property of the schema, references followed."""
    if reference := found.get("$ref"):
        if reference == "pulumi.json#/Any":
            return SCALARS[Any]
        if depth >= DEEPEST:
            return "…"
        target = schema["types"][reference.removeprefix("#/types/")]
        return {n: of_schema(each, schema, depth + 1) for n, each in target.get("properties", {}).items()}
    if found["type"] == "array":
        return [of_schema(found["items"], schema, depth)]
    if found["type"] == "object":
        return {"*": of_schema(found.get("additionalProperties", {"type": "string"}), schema, depth)}
    return found["type"]
