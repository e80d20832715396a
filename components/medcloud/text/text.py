"""A sentence in the two languages of medcloud's readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os.path import commonprefix
from typing import NamedTuple
from unicodedata import east_asian_width

from medcloud.text.language import Language, spoken

_WIDE = 160
"""Columns that a line in both languages may take; a longer one is two lines."""
_STEPS = re.compile(": | → ")


class Text(NamedTuple):
    """The same said in Chinese and in English; as a string it is in the language that is spoken."""

    zh: str
    en: str

    @classmethod
    def of(cls, said: object) -> Text:
        """A Text as it is; anything else, a name or a number, is the same in both languages."""
        return said if isinstance(said, Text) else cls(str(said), str(said))

    @classmethod
    def join(cls, separator: str, said: Iterable[object]) -> Text:
        """Several in a row."""
        each = [cls.of(one) for one in said]
        return cls(separator.join(one.zh for one in each), separator.join(one.en for one in each))

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return any(self)

    def __str__(self) -> str:
        return self.say(spoken())

    def say(self, language: Language) -> str:
        """In one language, or in both where they differ.

        In both, what they share (a place before a colon, a cause after one) is said once.
        """
        if language == "both" and self.zh != self.en:
            return self._both()
        return self.en if language == "en" else self.zh

    def _both(self) -> str:
        shared = commonprefix(self)  # noqa: RUF071  # no paths: characters
        before = _STEPS.findall(shared)
        start = shared.rindex(before[-1]) + len(before[-1]) if before else 0
        zh, en = self.zh[start:], self.en[start:]
        shared = commonprefix([zh[::-1], en[::-1]])[::-1]  # noqa: RUF071
        step = _STEPS.search(shared)
        after = shared[step.start() :] if step else ""
        line = f"{zh.removesuffix(after)} / {en}"
        return self.zh[:start] + line if fits(line) else f"{self.zh}\n{self.en}"


NOTHING = Text("", "")
"""What is said when there is nothing to say; false."""


def fits(line: str) -> bool:
    """Whether a line in both languages stays readable as one: Chinese takes two columns a character."""
    columns = sum(1 + (east_asian_width(character) in "WF") for character in line)
    return columns <= _WIDE and "\n" not in line
