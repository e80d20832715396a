"""The five storage tiers of 7.3.2.2."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from medcloud.model.base import Model
from medcloud.model.capacity import CapacityByCentre
from medcloud.model.existing import Existing
from medcloud.model.limit import Limit, Must
from medcloud.model.refuse import refuse
from medcloud.model.scalars import Count, Flag
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text

TierId = Literal["database", "block", "image", "general", "archive"]
Backend = Literal["centralised", "distributed"]
Media = Literal["ssd", "hdd"]
Sm4 = Literal["software", "hardware"]

COPIES = Limit("7.5.1-a", "replicas_low", comparison=">=")
RETENTION = Limit("7.3.2.4-c", "retention", "year")


def _usual_copies() -> int:
    return int(number("7.5.1-a", "replicas_high").value)


@decides("7.3.2.2-a")
def _centralised(value: Backend) -> Backend:
    if value == "centralised":
        return value
    raise refuse(
        Text("数据库层须用集中式存储", "databases need centralised storage"),
        Text("写 centralised 或删去此行", "write centralised, or leave the line out"),
        item="7.3.2.2-a",
        instead="centralised",
    )


class Erasure(Model):
    """An erasure code: data in pieces on hosts of their own, of which as many as ``parity`` may be lost."""

    data: Count
    """Pieces that the data are split into."""
    parity: Count
    """Pieces more, and so failures survived (7.3.2.3-a)."""

    def __str__(self) -> str:
        return f"{self.data}+{self.parity}"


class Tier(Model):
    """One kind of storage."""

    backend: Backend = "distributed"
    """Where the data is: in one array, or over the hosts (7.3.2.5-a)."""
    media: Media = "ssd"
    """What it is kept on: solid-state or mechanical disks (6.1.2-a)."""
    iops: Count | None = None
    """Front-end limit, IOPS a volume; without one there is no limit."""
    copies: Annotated[Count, COPIES] = Field(default_factory=_usual_copies)
    """Copies of each block."""
    erasure: Erasure | None = None
    """Erasure code instead of copies, on distributed storage (7.3.2.3-b, 7.3.2.4-a)."""
    sm4: Sm4 | None = None
    """Whether what lies on it is encrypted by SM4, and by what: hardware is asked for at level 5 (C.2-a)."""
    type: Existing | None = None
    """Volume type that exists, for plain volumes."""
    encrypted_type: Existing | None = None
    """Volume type that exists, for encrypted volumes."""
    capacity: CapacityByCentre | None = None
    """What it can hold in each centre, or by centre: usable, after copies, e.g. ``2PiB`` (7.5.2.1-a)."""
    stored: CapacityByCentre | None = None
    """What lies on it today beside volumes of workloads, in each centre or by centre: objects, older data."""
    growth: CapacityByCentre | None = None
    """What comes onto it every year and stays, in each centre or by centre."""
    lasts_years: Count | None = None
    """Years that it must last with that growth; without them ``medcloud plan`` only shows when it is full."""


class Database(Tier):
    """Databases, which answer at once (7.3.2.2-a)."""

    backend: Annotated[Backend, AfterValidator(_centralised)] = "centralised"
    iops: Count | None = 50_000


class Block(Tier):
    """HIS, EMR and other core systems (7.3.2.2-b)."""

    iops: Count | None = 20_000


class General(Tier):
    """Portals, offices and the rest (7.3.2.2-d)."""

    iops: Count | None = 3_000


class Image(Tier):
    """Imaging files, also as objects (7.3.2.2-c)."""

    media: Media = "hdd"


class Archive(Tier):
    """Cold data kept for decades (7.3.2.2-e, 7.3.2.4-c, C.3-e)."""

    media: Media = "hdd"
    retention_years: Annotated[Count, RETENTION] = Field(default_factory=RETENTION.value)
    """Years that it is kept at least."""
    worm: Annotated[Flag, Must("7.3.2.4-c")] = True
    """Written once, never changed."""


class Storage(Model):
    """All tiers; what is left out has good values."""

    database: Database = Field(default_factory=Database)
    block: Block = Field(default_factory=Block)
    image: Image = Field(default_factory=Image)
    general: General = Field(default_factory=General)
    archive: Archive = Field(default_factory=Archive)

    def tiers(self) -> dict[TierId, Tier]:
        """The tiers by id, in the order of the clause."""
        return {
            "database": self.database,
            "block": self.block,
            "image": self.image,
            "general": self.general,
            "archive": self.archive,
        }
