"""Amounts of storage as people write them, ``500GiB``, ``80TiB``, ``2PiB``: for all centres or by centre."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from medcloud.model.refuse import refuse
from medcloud.model.scalars import Id
from medcloud.text import Text
from medcloud.text.printable import shown
from medcloud.text.reading.explain import NUMBER, TABLE

_UNITS = {"PiB": 1 << 20, "TiB": 1 << 10, "GiB": 1}
_PATTERN = rf"^[1-9][0-9]{{0,5}}({'|'.join(_UNITS)})$"
_DECIMAL = {"pb": 10**15, "tb": 10**12, "gb": 10**9}
"""What vendors count in, bytes."""
_MEANT = {
    short: unit for unit in _UNITS for short in (unit.casefold(), unit[0].casefold(), unit[:2].casefold())
}


class Capacity(int):
    """A number of GiB that reads as it is written: in the largest unit of which it is a multiple."""

    def __str__(self) -> str:
        unit = next((unit for unit, size in _UNITS.items() if self and self % size == 0), "GiB")
        return f"{self // _UNITS[unit]}{unit}"

    @classmethod
    def at_least(cls, gib: int) -> Capacity:
        """So much or a little more, that reads well: in whole TiB from ten of them on."""
        tib = _UNITS["TiB"]
        return cls(-(-gib // tib) * tib if gib > 10 * tib else gib)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _PATTERN, "examples": ["500GiB", "80TiB", "2PiB"]}


def _form(value: Any) -> str:
    return TABLE if isinstance(value, Mapping) else NUMBER


CapacityByCentre = Annotated[
    Annotated[Capacity, Tag(NUMBER)] | Annotated[Mapping[Id, Capacity], Field(min_length=1), Tag(TABLE)],
    Discriminator(_form),
]
"""In each centre: one amount for all, or by centre."""


def amount_in(said: Capacity | Mapping[str, Capacity] | None, centre: str) -> int | None:
    """GiB that is said of a centre; None: nothing is."""
    found = said.get(centre) if isinstance(said, Mapping) else said
    return None if found is None else int(found)


def _read(value: Any) -> Capacity:
    if isinstance(value, Capacity):
        return value
    found = re.fullmatch(_PATTERN, value) if isinstance(value, str) else None
    if found is None:
        raise _refused(value)
    return Capacity(int(value[: -len(found[1])]) * _UNITS[found[1]])


def _refused(value: Any) -> Exception:
    """With what was meant, where that is a number and a unit by another name."""
    meant = re.fullmatch(r"0*([1-9][0-9]{0,5})\s*([a-z]+)", str(value).strip().casefold())
    instead = None
    if meant and meant[2] in _MEANT:
        instead = f"{meant[1]}{_MEANT[meant[2]]}"
    elif meant and meant[2] in _DECIMAL:
        gib = int(meant[1]) * _DECIMAL[meant[2]] // 2**30
        instead = str(Capacity(gib // 1024 * 1024 if gib > 10 * 1024 else max(gib, 1)))
    return refuse(
        Text(f"“{shown(str(value))}”不是存储容量", f"“{shown(str(value))}” is no amount of storage"),
        Text(
            f"写 {instead}" if instead else "写整数加 GiB、TiB 或 PiB，如 500GiB、80TiB、2PiB",
            f"write {instead}"
            if instead
            else "write a whole number and GiB, TiB or PiB: 500GiB, 80TiB, 2PiB",
        ),
        instead=instead,
    )
