"""In which language a report speaks."""

from __future__ import annotations

from medcloud.text import Language, Text

__all__ = ["Language", "say"]


def say(text: tuple[str, str], language: Language) -> str:
    """A text in one language, or in both where they differ."""
    return Text(*text).say(language)
