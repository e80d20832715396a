"""The language that a program speaks: Chinese, English, or both where nobody has chosen."""

from __future__ import annotations

import os
from typing import Literal, get_args

Language = Literal["zh", "en", "both"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_VARIABLE = "MEDCLOUD_LANG"
"""Names the language of every program of ours from its first word, the policy pack's and the tools' too."""


def _chosen() -> Language:
    chosen = os.environ.get(LANGUAGE_VARIABLE)
    return next((language for language in LANGUAGES if language == chosen), "both")


_spoken: Language = _chosen()


def speak(language: Language) -> None:
    """Say everything in this language from now on; for programs, as the choice is the whole process's."""
    global _spoken  # noqa: PLW0603  # one reader in front of one process; a thread of it speaks no other
    _spoken = language


def spoken() -> Language:
    """The language that is spoken now."""
    return _spoken
