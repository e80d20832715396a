"""The standard T/GYJS 014-2025 as data, and the convention by which resources carry its terms.

``item("7.2.1-b")`` is one clause item, ``number("6.1.1-c", "cores_per_host")`` one figure of it,
``level(4)`` one row of table C.1. The data is read on first use, not on import.
"""

from medcloud.standard.entries import DataLevel, Evidence, Item, Part, Reading
from medcloud.standard.errors import CatalogueError
from medcloud.standard.lookup import item, items, level, levels, number, readings
from medcloud.standard.numbers import Number

__all__ = [
    "CatalogueError",
    "DataLevel",
    "Evidence",
    "Item",
    "Number",
    "Part",
    "Reading",
    "item",
    "items",
    "level",
    "levels",
    "number",
    "readings",
]
