"""The engine's protobuf structures as plain Python values."""

from __future__ import annotations

from typing import Any

from google.protobuf.struct_pb2 import Struct, Value

from medcloud_policies.core.values import UNKNOWN

_SIGNATURE = "4dabf18193072939515e22adb298388d"
_SECRET = "1b47061264138c4ac30d75fd1eb44270"  # noqa: S105 - the engine's mark of a secret, not one
_OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4"
# Words the engine sends for values not known yet, by type.
_UNKNOWNS = frozenset(
    {
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    }
)


def plain(struct: Struct) -> dict[str, Any]:
    """A structure as a dict: secrets unwrapped, unknown values as UNKNOWN."""
    fields = struct.fields
    return {key: _plain(fields[key]) for key in fields}  # .items() is Python's own and half as fast


def _plain(value: Value) -> Any:
    kind = value.WhichOneof("kind")
    if kind == "string_value":
        text = value.string_value  # each reading makes a new one
        return UNKNOWN if text in _UNKNOWNS else text
    if kind == "struct_value":
        return _unwrapped(plain(value.struct_value))
    if kind == "list_value":
        return [_plain(element) for element in value.list_value.values]
    return getattr(value, kind) if kind in ("bool_value", "number_value") else None


def _unwrapped(found: dict[str, Any]) -> Any:
    """The value inside a secret or an output; a plain map, an asset or an archive stays what it is."""
    if found.get(_SIGNATURE) in (_SECRET, _OUTPUT):
        return found.get("value", UNKNOWN)
    return found
