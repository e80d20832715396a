"""What of a region file a signed waiver can excuse, and a value that is excused from the limit of its field.

What has to be bought, built or moved can wait: hosts and storage as they are, where centres stand, what comes
back how soon. What is mended by writing cannot (who reaches what, encryption, separation, masking): the pack
judges it at the resources, so that a waiver here would only put off the refusal; nor what could not be made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_ROWS = ("C.2-b", "C.2-c", "C.2-d")  # of table C.1, but for that of level 5
_WAIVABLE = tuple(
    (re.compile(place), items)
    for place, items in (
        (r"pools\.[^.]+(\.models\.[^.]+)?\.(cores|memory_gib|storage_gbps|ecc|nvme)", ("6.1.1-c",)),
        (r"pools\.[^.]+\.isa", ("7.1.1.2-a",)),
        (r"pools\.[^.]+\.centres", ("7.3.2.4-a",)),
        (r"centres\.[^.]+\.site", ("7.3.2.4-a", "A.5-b")),
        (r"centres\.[^.]+\.backends\.[^.]+", ("7.3.2.5-a", "6.1.2-a")),
        (r"storage\.[^.]+\.(media|copies)", ("7.3.2.2-a", "7.3.2.2-b", "7.5.1-a")),
        (r"storage\.archive\.(retention_years|worm)", ("7.3.2.4-c",)),
        (r"workloads\.[^.]+\.recovery\.rpo", _ROWS),
        (r"workloads\.[^.]+\.backup\.(every|keep)", ("6.1.2-b", "6.4-a", *_ROWS)),
        (r"workloads\.[^.]+\.backup\.place", ("A.5-b",)),
    )
)


def waivable(place: str, item: str) -> bool:
    """Whether a waiver can excuse what is refused for an item at a place of the region file."""
    return any(found.fullmatch(place) and item in items for found, items in _WAIVABLE)


@dataclass(frozen=True)
class Excused:
    """Stands in a region file's data in place of the value; the limit lets it through, all else judges it."""

    value: Any


def limited(source: Any, handler: GetCoreSchemaHandler, check: Callable[[Any], Any]) -> CoreSchema:
    """The schema of a field that keeps to a limit, unless its value is excused."""

    def judge(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
        return inner(value.value) if isinstance(value, Excused) else check(inner(value))

    return core_schema.no_info_wrap_validator_function(judge, handler(source))
