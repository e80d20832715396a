"""Lengths of time as people write them: ``15s``, ``5min``, ``24h``, ``30d``."""

from __future__ import annotations

import re
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from medcloud.model.refuse import refuse
from medcloud.standard.units import UNITS
from medcloud.text import Text
from medcloud.text.printable import shown

_UNITS = ("d", "h", "min", "s")
_PATTERN = rf"^[1-9][0-9]{{0,5}}({'|'.join(_UNITS)})$"
_MEANT = {
    **dict.fromkeys(("", "sec", "secs", "second", "seconds", "秒"), "s"),
    **dict.fromkeys(("m", "mins", "minute", "minutes", "分", "分钟"), "min"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours", "小时", "时"), "h"),
    **dict.fromkeys(("day", "days", "天", "日"), "d"),
    **{unit: unit for unit in _UNITS},
}


class Duration(int):
    """A number of seconds that reads as it is written: in the largest unit of which it is a multiple."""

    def __str__(self) -> str:
        for unit in _UNITS:
            size = int(UNITS[unit].factor)
            if self >= size and self % size == 0:
                return f"{self // size}{unit}"
        return f"{int(self)}s"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": _PATTERN, "examples": ["15s", "5min", "24h", "30d"]}


def _read(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    found = re.fullmatch(_PATTERN, value) if isinstance(value, str) else None
    if found is None:
        raise _refused(value)
    return Duration(int(value[: -len(found[1])]) * int(UNITS[found[1]].factor))


def _refused(value: Any) -> Exception:
    """With what was meant, where that is a number and a unit by another name."""
    meant = re.fullmatch(r"0*([1-9][0-9]{0,5})\s*(\D*)", str(value).strip())
    unit = _MEANT.get(meant[2].casefold()) if meant and not isinstance(value, bool) else None
    instead = f"{meant[1]}{unit}" if meant and unit else None
    return refuse(
        Text(f"“{shown(str(value))}”不是时长", f"“{shown(str(value))}” is no length of time"),
        Text(
            f"写 {instead}" if instead else "写整数加 s、min、h 或 d，如 15s、5min、24h、30d",
            f"write {instead}" if instead else "write a whole number and s, min, h or d: 15s, 5min, 24h, 30d",
        ),
        instead=instead,
    )
