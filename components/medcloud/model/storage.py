"""The five storage tiers of 7.3.2.2."""

from __future__ import annotations

from typing import Literal

from .base import Model
from .existing import Existing
from .text import Flag, Whole

TierId = Literal["database", "block", "image", "general", "archive"]
Backend = Literal["centralised", "distributed"]


class Tier(Model):
    """One kind of storage."""

    backend: Backend = "distributed"
    iops: Whole | None = None
    """Front-end limit, IOPS a volume; without one there is no limit."""
    copies: Whole = 3
    type: Existing | None = None
    """Volume type that exists, for plain volumes."""
    encrypted_type: Existing | None = None
    """Volume type that exists, for encrypted volumes."""


class Archive(Tier):
    """Cold data kept for decades (7.3.2.2-e, 7.3.2.4-c)."""

    retention_years: Whole = 30
    worm: Flag = True


class Storage(Model):
    """All tiers; a tier that is left out has the values below."""

    database: Tier = Tier(backend="centralised", iops=50000)
    block: Tier = Tier(iops=20000)
    image: Tier = Tier()
    general: Tier = Tier(iops=3000)
    archive: Archive = Archive()

    def tiers(self) -> dict[TierId, Tier]:
        """The tiers by id, in the order of the clause."""
        return {
            "database": self.database,
            "block": self.block,
            "image": self.image,
            "general": self.general,
            "archive": self.archive,
        }
