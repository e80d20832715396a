"""How a word is looked for in texts that people wrote."""

from __future__ import annotations


def has_word(text: str, word: str) -> bool:
    """Whether the word stands in the text, whatever its case."""
    return word.casefold() in text.casefold()
