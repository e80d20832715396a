"""A sentence in the two languages of medcloud's readers."""

from __future__ import annotations

from os.path import commonprefix
from typing import NamedTuple
from unicodedata import east_asian_width

from medcloud.text.language import Language, spoken

_WIDE = 160
"""Columns that a line in both languages may take; a longer one is two lines."""
_STEP = ": "


class Text(NamedTuple):
    """The same said in Chinese and in English; as a string it is in the language that is spoken."""

    zh: str
    en: str

    @classmethod
    def of(cls, said: object) -> Text:
        """A Text as it is; anything else, a name or a number, is the same in both languages."""
        return said if isinstance(said, Text) else cls(str(said), str(said))

    def __str__(self) -> str:
        return self.say(spoken())

    def say(self, language: Language) -> str:
        """In one language, or in both where they differ.

        In both, a place or a cause that they share (``file: `` before, ``: error`` after) is said once.
        """
        if language == "both" and self.zh != self.en:
            return self._both()
        return self.en if language == "en" else self.zh

    def _both(self) -> str:
        zh, en = self
        head = commonprefix([zh, en]).rpartition(_STEP)  # noqa: RUF071  # no paths: characters
        before = "".join(head[:2])
        zh, en = zh[len(before) :], en[len(before) :]
        end = commonprefix([zh[::-1], en[::-1]])[::-1].partition(_STEP)  # noqa: RUF071
        after = "".join(end[1:])
        line = f"{zh.removesuffix(after)} / {en}"
        return before + line if fits(line) else f"{self.zh}\n{self.en}"


def fits(line: str) -> bool:
    """Whether a line in both languages stays readable as one: Chinese takes two columns a character."""
    columns = sum(1 + (east_asian_width(character) in "WF") for character in line)
    return columns <= _WIDE and "\n" not in line
