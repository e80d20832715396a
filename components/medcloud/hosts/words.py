"""A sentence in the two languages of the room's readers."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """The same said in Chinese and in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"
