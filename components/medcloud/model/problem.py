"""Something wrong with what a region file says, before its place in the file is known."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError

Loc = tuple[str | int, ...]
"""Where in the data: keys and indexes from the top."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and what to write instead."""

    loc: Loc
    message_zh: str
    message_en: str
    remedy_zh: str
    remedy_en: str
    item: str = ""
    of_key: bool = False
    """Whether the key itself is wrong, not what it holds."""


def refuse(
    zh: str, en: str, remedy_zh: str, remedy_en: str, *, item: str = "", instead: object = None
) -> PydanticCustomError:
    """The error for a validator to raise; ``instead`` is a value that would have been good."""
    texts = {"zh": zh, "en": en, "remedy_zh": remedy_zh, "remedy_en": remedy_en}
    return PydanticCustomError("refused", "refused", {**texts, "item": item, "instead": instead})
