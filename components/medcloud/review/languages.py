"""In which language a report speaks."""

from __future__ import annotations

from typing import Literal, get_args

from medcloud_policies.core.text import Text

Language = Literal["zh", "en", "both"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def say(text: Text, language: Language) -> str:
    """A text in one language, or in both where they differ."""
    if language == "both" and text.zh != text.en:
        return f"{text.zh} / {text.en}"
    return text.en if language == "en" else text.zh
