"""The language that a program speaks: Chinese, English, or both where nobody has chosen."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["zh", "en", "both"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_spoken: Language = "both"


def speak(language: Language) -> None:
    """Say everything in this language from now on; for programs, as the choice is the whole process's."""
    global _spoken  # noqa: PLW0603  # one reader in front of one process; a thread of it speaks no other
    _spoken = language


def spoken() -> Language:
    """The language that is spoken now."""
    return _spoken
