"""Something wrong with what a file says, before its place in the file is known."""

from __future__ import annotations

from dataclasses import dataclass

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
