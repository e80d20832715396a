"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`good` as it is, or `remedy` is the line that mends it; only what is `needed` fails the examination."""

    name: str
    good: bool
    zh: str
    en: str
    remedy: str = ""
    needed: bool = True

    @property
    def text(self) -> str:
        """What was found, in both languages."""
        return self.zh if self.zh == self.en else f"{self.zh} / {self.en}"
