"""The instruction set that a flavor or an image is for."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource

_TRAIT = "trait:custom_isa_"


def of_flavor(r: Resource) -> Iterator[str]:
    """The instruction sets a flavor asks for, by traits or by its label, in lower case."""
    for key, value in r.node("extraSpecs").items():
        if key.casefold().startswith(_TRAIT) and value.casefold() == "required":
            yield key.casefold().removeprefix(_TRAIT)
    if "isa" in r.labels:
        yield r.labels["isa"].casefold()


_NAMES = {"aarch64": "arm64", "amd64": "x86_64", "hygon": "c86"}


def of_image(r: Resource) -> str:
    """The instruction set an image is for, by its label or architecture, in lower case; "" if silent."""
    if "isa" in r.labels:
        return r.labels["isa"].casefold()
    properties = r.node("properties")
    named = properties.word("hw_architecture") or properties.word("architecture")
    return _NAMES.get(named, named)
