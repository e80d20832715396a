"""What the lock file holds: every number that was given out, and those that rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

VERSION = 1
SECTIONS = ("centres", "subnets", "vnis", "vips", "instances")
"""Sections that map a key to a number."""


def _empty() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Lock:
    """Numbers by key. Written once, a number belongs to its key for as long as the key is in the region.

    A number is unique in its scope, which is the key without its last parts (:func:`scope_of`).
    """

    prefixes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """``centre/4`` and ``centre/6`` to the prefix of the whole centre, in CIDR notation."""
    centres: Mapping[str, int] = field(default_factory=_empty)
    """``centre`` to its index in the region."""
    subnets: Mapping[str, int] = field(default_factory=_empty)
    """``centre/tenant/domain/n`` to the index, in the centre's prefixes, of the network's subnet n."""
    vnis: Mapping[str, int] = field(default_factory=_empty)
    """``centre/tenant/domain`` to the VXLAN network identifier."""
    vips: Mapping[str, int] = field(default_factory=_empty)
    """``centre/tenant/domain/workload`` to the number of its balancer's address in the network."""
    instances: Mapping[str, int] = field(default_factory=_empty)
    """``centre/tenant/domain/workload/n`` to the number of the instance's address in the network."""
    retired: Mapping[str, int] = field(default_factory=_empty)
    """``section/scope/number`` to when it was freed; smaller is longer ago."""

    def section(self, name: str) -> Mapping[str, int]:
        """One of :data:`SECTIONS`."""
        found: Mapping[str, int] = getattr(self, name)
        return found


_PARTS = {"centres": (1, 0), "subnets": (4, 1), "vnis": (3, 0), "vips": (4, 3), "instances": (5, 3)}
"""How many parts a key has, and how many of them name the scope in which its number is unique."""


def key_parts(section: str) -> int:
    """How many parts a key of this section has."""
    return _PARTS[section][0]


def scope_parts(section: str) -> int:
    """How many parts the scope of such a key has."""
    return _PARTS[section][1]


def scope_of(section: str, key: str) -> str:
    """The scope of a key: ``""`` for the region, ``centre``, or ``centre/tenant/domain``."""
    return "/".join(key.split("/")[: scope_parts(section)])


def tombstone(section: str, scope: str, number: int) -> str:
    """The key of a freed number among the retired."""
    return "/".join(part for part in (section, scope, str(number)) if part)


def read_tombstone(key: str) -> tuple[str, str, int]:
    """Section, scope and number of a retired key."""
    section, *scope, number = key.split("/")
    return section, "/".join(scope), int(number)
