"""A resource's URN: ``urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME``."""

from __future__ import annotations

from typing import NamedTuple

_PARTS = 4


class Urn(NamedTuple):
    """The parts of a URN that people read; empty where the text is no URN."""

    stack: str
    project: str
    types: str
    """The type with its parents' (``a$b``)."""
    name: str

    @property
    def type(self) -> str:
        """The resource's own."""
        return self.types.rpartition("$")[2]


def split(urn: str) -> Urn:
    """The parts; a name may itself hold ``::``."""
    parts = urn.removeprefix("urn:pulumi:").split("::", _PARTS - 1)
    if not urn.startswith("urn:pulumi:") or len(parts) < _PARTS:
        return Urn("", "", "", urn)
    stack, project, types, name = parts
    return Urn(stack, project, types, name)


def short(type_: str) -> str:
    """``openstack:compute/instance:Instance`` as people say it: ``compute.Instance``."""
    package, _, rest = type_.partition(":")
    module, _, kind = rest.rpartition(":")
    module = module.partition("/")[0]
    plain = package == "openstack" and module not in ("", "index")
    return f"{module}.{kind}" if plain else f"{package}.{kind or module}"
