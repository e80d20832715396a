"""Constraints that hang on a field of the model: ``Annotated[Count, Limit("6.1.1-c", …)]``."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from medcloud.matrix.decider import Decider
from medcloud.matrix.ids import is_id
from medcloud.matrix.sources import sources

ROOM = "model"
LIMIT = "limit "
"""How the keys of these deciders begin."""


def limits() -> Iterator[Decider]:
    """One a field and constraint."""
    for model in models():
        lines = _lines(model)
        for name, field in model.__annotations__.items():
            del field
            for number, limit in enumerate(limits_of(model, name)):
                symbol = f"{model.__name__}.{name}"
                key = f"{LIMIT}{symbol}" + (f" {number + 1}" if number else "")
                file = f"{model.__module__.replace('.', '/')}.py"
                yield Decider(key, "constraint", (limit.item,), model.__module__, symbol, file, lines[name])


def models() -> Iterator[type[BaseModel]]:
    """The model's classes, each in the module that it is written in."""
    for source in sources():
        if source.room == ROOM:
            module = importlib.import_module(source.module)
            for found in vars(module).values():
                if (
                    inspect.isclass(found)
                    and issubclass(found, BaseModel)
                    and found.__module__ == module.__name__
                ):
                    yield found


def limits_of(model: type[BaseModel], field: str) -> list[Any]:
    """What hangs on a field, names an item and can say no."""
    found = model.model_fields.get(field)
    return [
        extra
        for extra in (found.metadata if found else ())
        if is_id(str(getattr(extra, "item", ""))) and callable(getattr(extra, "check", None))
    ]


def _lines(model: type[BaseModel]) -> dict[str, int]:
    """The line of each field."""
    text, first = inspect.getsourcelines(model)
    found: dict[str, int] = {}
    for offset, line in enumerate(text):
        name = line.strip().partition(":")[0]
        found.setdefault(name, first + offset)
    return found
