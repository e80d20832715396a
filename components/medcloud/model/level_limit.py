"""A limit of the standard that a workload keeps to because of the level of its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from medcloud.model.kinds import KindId
from medcloud.model.limit import KEYWORD, Limit
from medcloud.standard import levels
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@dataclass(frozen=True)
class LevelLimit:
    """A limit on a field of a workload or of what is in it; `checks.levels` judges by it, the field cannot.

    One field may have several, for levels with a figure each.
    """

    limit: Limit
    holds_for: Callable[[int], bool]
    """Which levels of data it is for, 1 to 5."""
    why: Text
    """What happens otherwise."""
    but: tuple[KindId, ...] = ()
    """Kinds of workload that need not."""

    @property
    def item(self) -> str:
        """The item that it decides."""
        return self.limit.item

    def check(self, value: int, kind: KindId, level: int) -> bool:
        """Whether a workload of this kind and level may have the value."""
        return not self.holds_for(level) or kind in self.but or self.limit.figure().allows(value)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        figure = self.limit.figure()
        held = [row.level for row in levels() if self.holds_for(row.level)]
        value = self.limit.written(self.limit.value()) if self.limit.unit else figure.value
        said: dict[str, Any] = {"levels": held, KEYWORD[figure.comparison]: value, "x-item": self.item}
        if self.but:
            said["but"] = list(self.but)
        found = handler(schema)
        return {**found, "x-by-level": [*found.get("x-by-level", []), said]}


def broken(workload: Any, loc: Loc, kind: KindId, level: int) -> Iterator[Problem]:
    """The limits of its level that a workload's fields, and those of the models in it, do not keep to."""
    for name, field in type(workload).model_fields.items():
        value = getattr(workload, name)
        if isinstance(value, BaseModel):
            yield from broken(value, (*loc, name), kind, level)
        for limit in field.metadata:
            if isinstance(limit, LevelLimit) and value is not None and not limit.check(value, kind, level):
                said = Text(
                    f"{level} 级业务的 {name} 为 {value}：{limit.why.zh}",
                    f"level {level} data with {name} {value}: {limit.why.en}",
                )
                yield Problem((*loc, name), said, limit.limit.remedy(), limit.item)
