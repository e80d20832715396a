"""Something wrong with what a region file says, before its place in the file is known."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from medcloud.text import Text

Loc = tuple[str | int, ...]
"""Where in the data: keys and indexes from the top."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what to write instead."""

    loc: Loc
    message: Text
    remedy: Text
    item: str = ""
    of_key: bool = False
    """Whether the key itself is wrong, not what it holds."""


def refuse(message: Text, remedy: Text, *, item: str = "", instead: object = None) -> PydanticCustomError:
    """The error for a validator to raise; ``instead`` is a value that would have been good."""
    context = {"message": message, "remedy": remedy, "item": item, "instead": instead}
    return PydanticCustomError("refused", "refused", context)
