"""Asking the packaged catalogue; it is read once, on the first question."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from medcloud.standard.entries import DataLevel, Item, Reading
from medcloud.standard.errors import CatalogueError
from medcloud.standard.numbers import Number
from medcloud.text import Text

if TYPE_CHECKING:
    from medcloud.standard.catalogue import Catalogue


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    from medcloud.standard.catalogue import load  # noqa: PLC0415  # YAML is not loaded before it is needed

    return load()


def item(key: str) -> Item:
    """The item of this id of items.txt, e.g. ``7.2.1-b``; CatalogueError when there is none."""
    try:
        return _catalogue().items[key]
    except KeyError:
        raise CatalogueError(Text(f"{key}: 标准无此条", f"{key}: no such item")) from None


def items() -> tuple[Item, ...]:
    """All 156 items in the order of items.txt."""
    return tuple(_catalogue().items.values())


def number(key: str, name: str) -> Number:
    """One figure of an item; CatalogueError names the figures that there are."""
    numbers = item(key).numbers
    if name not in numbers:
        known = ", ".join(numbers) or "-"
        raise CatalogueError(
            Text(f"{key}: 无数值 {name}，现有: {known}", f"{key}: no figure {name}; there are: {known}")
        )
    return numbers[name]


def level(value: int) -> DataLevel:
    """The row of table C.1 for a data level, 1 (public) to 5 (extremely sensitive)."""
    try:
        return _catalogue().levels[value]
    except KeyError:
        raise CatalogueError(
            Text(f"{value}: 数据级别为 1 至 5", f"{value}: data levels are 1 to 5")
        ) from None


def levels() -> tuple[DataLevel, ...]:
    """The five rows of table C.1, from level 1 to level 5."""
    return tuple(_catalogue().levels.values())


def readings() -> tuple[Reading, ...]:
    """How medcloud reads what the standard leaves open, in the order of docs/interpretation.md."""
    return _catalogue().readings
