"""What the lock file holds: every number that was given out, and those that rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from medcloud.plan.lock.concerns import sections

VERSION = 1


@dataclass(frozen=True)
class Lock:
    """Numbers by section and key. Written once, a number belongs to its key while the region has the key.

    A number is unique in its scope, which is the key without its last parts (:func:`scope_of`).
    """

    sections: Mapping[str, Mapping[str, int | str]] = field(default_factory=dict)
    """Entries by the name of their section; a section without entries is left out."""
    retired: Mapping[str, int] = field(default_factory=dict)
    """``section/scope/number`` to when it was freed; smaller is longer ago."""

    def __post_init__(self) -> None:
        held = {name: MappingProxyType(dict(found)) for name, found in self.sections.items() if found}
        object.__setattr__(self, "sections", MappingProxyType(held))
        object.__setattr__(self, "retired", MappingProxyType(dict(self.retired)))

    def section(self, name: str) -> Mapping[str, int]:
        """The numbers of a section by key; empty when it has none."""
        return cast(Mapping[str, int], self.sections.get(name, {}))

    def texts(self, name: str) -> Mapping[str, str]:
        """The entries of a section that holds no numbers, e.g. ``prefixes``; empty when it has none."""
        return cast(Mapping[str, str], self.sections.get(name, {}))


def scope_of(section: str, key: str) -> str:
    """The scope of a key in a section."""
    return sections()[section].scope_of(key)


def tombstone(section: str, scope: str, number: int) -> str:
    """The key of a freed number among the retired."""
    return "/".join(part for part in (section, scope, str(number)) if part)


def read_tombstone(key: str) -> tuple[str, str, int]:
    """Section, scope and number of a retired key."""
    section, *scope, number = key.split("/")
    return section, "/".join(scope), int(number)
