"""Constraints whose figures are the standard's: they stand in the catalogue, not here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from medcloud.model.excused import limited
from medcloud.model.refuse import refuse
from medcloud.standard import Number, number
from medcloud.text import Text

KEYWORD = {
    ">=": "minimum",
    "<=": "maximum",
    ">": "exclusiveMinimum",
    "<": "exclusiveMaximum",
    "==": "const",
}
_DIRECTION = {
    ">": ("或更大", " or more"),
    "<": ("或更小", " or less"),
    "=": ("", ""),
}


@dataclass(frozen=True)
class Limit:
    """A figure of the catalogue that a field of type int keeps to, in the field's own unit."""

    item: str
    name: str
    """The figure's name in the catalogue."""
    unit: str = ""
    """Unit of the field, as the catalogue names units; empty: that of the figure."""
    comparison: str = ""
    """How a value is compared, where one of several figures would do; empty: as the figure says."""
    written: Callable[[int], str] = str
    """How the field's values are written."""

    def figure(self) -> Number:
        """The figure in the field's unit."""
        found = number(self.item, self.name)
        unit = self.unit or found.unit
        value = found.to(unit) if self.unit else found.value
        return Number(value, unit, self.comparison or found.comparison)

    def value(self) -> int:
        """The figure itself; what a field that may be left out has by default."""
        return int(self.figure().value)

    def check(self, value: int) -> int:
        """The value, when the figure allows it."""
        figure = self.figure()
        if figure.allows(value):
            return value
        raise refuse(
            Text(f"{value} 不符合要求：{figure.text_zh}", f"{value} does not meet {figure.text_en}"),
            self.remedy(),
            item=self.item,
            instead=self._nearest(),
        )

    def remedy(self) -> Text:
        """What to write instead."""
        zh, en = _DIRECTION[self.figure().comparison[0]]
        nearest = self.written(self._nearest())
        return Text(f"写 {nearest} {zh}".rstrip(), f"write {nearest}{en}")

    def _nearest(self) -> int:
        """The value that is just allowed."""
        return self.value() + {">": 1, "<": -1}.get(self.figure().comparison, 0)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return limited(source, handler, self.check)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        figure = self.figure()
        return {**handler(schema), KEYWORD[figure.comparison]: figure.value, "x-item": self.item}


@dataclass(frozen=True)
class Must:
    """A flag that the standard leaves no choice about."""

    item: str

    def check(self, value: bool) -> bool:
        """The value, when it is true."""
        if value:
            return value
        raise refuse(
            Text("标准要求此项为 true", "the standard requires this to be true"),
            Text("写 true 或删去此行", "write true, or leave the line out"),
            item=self.item,
            instead=True,
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return limited(source, handler, self.check)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "const": True, "x-item": self.item}
