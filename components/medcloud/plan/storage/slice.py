"""Storage tiers by business kind (7.3.2.2), the volumes on them, and object containers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from medcloud.model.storage import Sm4


@dataclass(frozen=True, slots=True)
class TierPlan:
    """A block storage tier of one centre: a volume type, plain or encrypted."""

    id: str
    """``database``, ``block``, ``general`` …, with ``-encrypted`` appended where it is."""
    centre: str
    volume_type: str
    encrypted: bool
    cipher: str | None
    """e.g. ``aes-xts-plain64``; None when plain."""
    key_bits: int | None
    iops: int | None
    """Front-end limit, IOPS a volume; None for no limit."""
    extra_specs: Mapping[str, str]
    existing: str | None
    labels: Mapping[str, str]
    copies: int | None = None
    """Copies of each block; None: an erasure code, or an array of which nothing is said."""
    erasure: str | None = None
    """Erasure code, pieces of data and of parity, e.g. ``4+2``."""
    sm4: Sm4 | None = None
    """What encrypts by SM4 below the volumes; None: nothing is said to."""

    @property
    def kind(self) -> str:
        """Its id without what says that it is encrypted."""
        return self.id.removesuffix("-encrypted")


@dataclass(frozen=True, slots=True)
class CapacityPlan:
    """How large a tier is in one centre, and when it is full, where the region file says so; GiB."""

    tier: str
    """``database``, ``block``, ``general`` …, plain and encrypted volumes together."""
    capacity_gib: int
    placed_gib: int
    """Of volumes of workloads."""
    stored_gib: int
    """Beside them: objects, older data."""
    growth_gib: int
    """A year; 0: nothing is said."""
    lasts_years: int | None
    """Years that it has to last; None: nothing is said."""
    full_year: int | None
    """The year in which it can hold no more, 1 for the next twelve months; None: it does not grow."""


@dataclass(frozen=True, slots=True)
class ContainerPlan:
    """An object container of one workload in one centre (7.3.2.2-c, -e; 7.3.2.4-c)."""

    name: str
    centre: str
    workload: str
    versioning: bool
    retention_days: int | None
    """Objects may not be deleted before; None for no minimum."""
    worm: bool
    replicate_to: str | None
    """Centre that holds the copy; None when this is the copy or none is wanted."""
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VolumePlan:
    """A data volume of one instance."""

    name: str
    size_gib: int
    tier: str
    """Id of the storage tier."""
    volume_type: str
    """Name of the volume type, encrypted where the data level asks for it."""
    encrypted: bool
    labels: Mapping[str, str]
