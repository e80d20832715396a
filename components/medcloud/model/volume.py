"""Data volumes of a workload's instances beyond the one that its size names."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import StrictStr

from medcloud.model.base import Model
from medcloud.model.scalars import Count, Key
from medcloud.model.storage import TierId

DATA = "data"
"""Name of the volume that ``size.data_gib`` is the size of."""

VolumeId = Annotated[
    StrictStr,
    Key(
        r"^(?!system$)[a-z][a-z0-9-]{0,29}(?<!-)$",
        "写 a-z、0-9 与连字符，如 logs；system 是系统盘",
        "write a-z, 0-9 and hyphens, e.g. logs; system is the root disk",
    ),
]


class Volume(Model):
    """One volume of each instance."""

    gib: Count
    """Its size, GiB; it grows in place and never shrinks."""
    tier: TierId | None = None
    """Its storage tier; default: that of the workload."""


class Disk(NamedTuple):
    """A data volume as the plan reads it."""

    gib: int
    tier: TierId
