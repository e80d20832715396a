"""A sentence in the two languages of medcloud's readers."""

from __future__ import annotations

from typing import NamedTuple

from medcloud.text.language import Language, spoken


class Text(NamedTuple):
    """The same said in Chinese and in English; as a string it is in the language that is spoken."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.say(spoken())

    def say(self, language: Language) -> str:
        """In one language, or in both where they differ."""
        if language == "both" and self.zh != self.en:
            return f"{self.zh} / {self.en}"
        return self.en if language == "en" else self.zh
