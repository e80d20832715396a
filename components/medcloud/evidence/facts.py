"""What the region file says that evidence must fit, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Hosts:
    """The hosts of a pool."""

    isa: str
    os: str
    """Operating system, as in the region file, e.g. ``kylin-v10``."""
    count: int
    """In all centres together."""


@dataclass(frozen=True)
class RegionFacts:
    """A region, as far as evidence is concerned."""

    region: str
    """Its id."""
    sites: tuple[str, ...]
    pools: Mapping[str, Hosts]
    systems: frozenset[str] = frozenset()
    """Operating systems of its instances."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What people call the region and its sites: ``site.shiqiao``, ``region.panyu``."""
