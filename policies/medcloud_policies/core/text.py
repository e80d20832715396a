"""A sentence in the two languages of the pack's readers."""

from typing import NamedTuple


class Text(NamedTuple):
    """The same said in Chinese and in English."""

    zh: str
    en: str
