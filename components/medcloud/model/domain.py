"""Security domains (A.1-c, 7.2.2-a)."""

from __future__ import annotations

from pydantic import Field

from medcloud.model.base import Model
from medcloud.model.scalars import Flag, Id, Level, Name


class Domain(Model):
    """Networks for data of certain levels."""

    name: Name | None = None
    was: Id | None = None
    """The identifier that it had before: what is up stays, with its addresses and its names in the cloud."""
    levels: tuple[Level, ...] = Field(min_length=1)
    """Data levels that live here."""
    exposed: Flag = False
    """Whether workloads in it may be reached from outside the region."""
