"""The instruction set that a flavor or an image is for."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud_policies.rule import Resource

_TRAIT = "trait:custom_isa_"


def of_flavor(r: Resource) -> Iterator[str]:
    """The instruction sets a flavor asks for, by traits or by its label, in lower case."""
    for key, value in r.node("extraSpecs").items():
        if key.casefold().startswith(_TRAIT) and value.casefold() == "required":
            yield key.casefold().removeprefix(_TRAIT)
    if "isa" in r.labels:
        yield r.labels["isa"].casefold()
