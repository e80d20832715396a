"""Which classes of hardware and software a document is for (data/applies.yaml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "data" / "applies.yaml"


def classes(document: str, item: str) -> tuple[str, ...]:
    """The classes of things that each need the document for the item."""
    table = _table()
    both = table["items_of_documents"].get(f"{item} {document}")
    return tuple(both or table["documents"].get(document) or table["items"].get(item) or table["equipment"])


def hardware_classes() -> tuple[str, ...]:
    """Classes of the parts list."""
    return (*_table()["equipment"], "crypto", "other")


def software_classes() -> tuple[str, ...]:
    """Classes of the software list."""
    return tuple(_table()["software"])


@cache
def _table() -> Mapping[str, Any]:
    found: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
