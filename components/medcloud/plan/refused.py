"""A plan that cannot be made, in both languages, with its place and its remedy."""

from __future__ import annotations

Words = tuple[str, str]
"""The same thing in Chinese and in English."""


class PlanRefused(ValueError):
    """The region file is good by itself, but no plan of it can be made."""

    def __init__(self, path: str, message: Words, remedy: Words, item: str = "") -> None:
        self.path = path
        """Dotted keys in the region file, e.g. ``centres.c1.ipv4``."""
        self.item = item
        """Id of the clause item, empty when the standard does not say so."""
        self.message_zh, self.message_en = message
        self.remedy_zh, self.remedy_en = remedy
        clause = f"  [{item}]" if item else ""
        super().__init__(f"{path}{clause}  {' / '.join(message)}  → {' / '.join(remedy)}")
