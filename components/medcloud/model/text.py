"""Scalar types of the region file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt, StringConstraints

Flag = StrictBool
Whole = Annotated[StrictInt, Field(ge=1)]
Level = Annotated[StrictInt, Field(ge=1, le=5)]
Port = Annotated[StrictInt, Field(ge=1, le=65535)]
Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$")]
OsName = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z]+-[a-z0-9][a-z0-9.-]*$")]
Name = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=200)]
DnsName = Annotated[str, StringConstraints(strict=True, max_length=253)]
