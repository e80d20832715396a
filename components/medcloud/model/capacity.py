"""Amounts of storage as people write them, ``500GiB``, ``80TiB``, ``2PiB``: for all centres or by centre."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from medcloud.model.measured import Measured
from medcloud.model.scalars import Id
from medcloud.text import Text
from medcloud.text.reading.explain import NUMBER, TABLE

_UNITS = {"PiB": 1 << 20, "TiB": 1 << 10, "GiB": 1}
_DECIMAL = {"pb": 10**15, "tb": 10**12, "gb": 10**9}
"""What vendors count in, bytes."""
_MEANT = {
    short: unit for unit in _UNITS for short in (unit.casefold(), unit[0].casefold(), unit[:2].casefold())
}


class Capacity(Measured):
    """A number of GiB."""

    units = _UNITS
    examples = ("500GiB", "80TiB", "2PiB")
    wrong = Text("不是存储容量", "is no amount of storage")
    remedy = Text(
        "写整数加 GiB、TiB 或 PiB，如 500GiB、80TiB、2PiB",
        "write a whole number and GiB, TiB or PiB: 500GiB, 80TiB, 2PiB",
    )

    @classmethod
    def at_least(cls, gib: int) -> Capacity:
        """So much or a little more, that reads well: in whole TiB from ten of them on."""
        tib = _UNITS["TiB"]
        return cls(-(-gib // tib) * tib if gib > 10 * tib else gib)

    @classmethod
    def meant(cls, value: object) -> str | None:
        """A number, and a unit by another name or of what vendors count in."""
        found = re.fullmatch(r"0*([1-9][0-9]{0,5})\s*([a-z]+)", str(value).strip().casefold())
        if found and found[2] in _MEANT:
            return f"{found[1]}{_MEANT[found[2]]}"
        if found and found[2] in _DECIMAL:
            gib = int(found[1]) * _DECIMAL[found[2]] // 2**30
            return str(cls(gib // 1024 * 1024 if gib > 10 * 1024 else max(gib, 1)))
        return None


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
