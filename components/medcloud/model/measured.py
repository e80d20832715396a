"""Whole numbers that people write with a unit, as lengths of time and amounts of storage are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema
from typing_extensions import Self

from medcloud.model.refuse import refuse
from medcloud.text import Text
from medcloud.text.printable import shown


class Measured(int):
    """A number of the smallest unit that reads as it is written: in the largest of which it is a multiple."""

    units: ClassVar[Mapping[str, int]]
    """How many of the smallest each is; the largest first."""
    examples: ClassVar[tuple[str, ...]]
    wrong: ClassVar[Text]
    """What is said of a text that is none."""
    remedy: ClassVar[Text]

    @classmethod
    def meant(cls, value: object) -> str | None:
        """How to write what was meant; None where there is no telling."""
        raise NotImplementedError

    def __str__(self) -> str:
        *_, smallest = self.units
        unit = next((unit for unit, size in self.units.items() if self and self % size == 0), smallest)
        return f"{self // self.units[unit]}{unit}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": cls._pattern(), "examples": [*cls.examples]}

    @classmethod
    def _pattern(cls) -> str:
        return rf"^[1-9][0-9]{{0,5}}({'|'.join(cls.units)})$"

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        found = re.fullmatch(cls._pattern(), value) if isinstance(value, str) else None
        if found is None:
            instead, text = cls.meant(value), shown(str(value))
            raise refuse(
                Text(f"“{text}”{cls.wrong.zh}", f"“{text}” {cls.wrong.en}"),
                Text(f"写 {instead}", f"write {instead}") if instead else cls.remedy,
                instead=instead,
            )
        return cls(int(value[: -len(found[1])]) * cls.units[found[1]])
