"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.text import Text


@dataclass(frozen=True)
class Observation:
    """`good` as it is, or `remedy` is the line that mends it; only what is `needed` fails the examination."""

    name: str
    good: bool
    zh: str
    en: str
    remedy: str = ""
    needed: bool = True

    @property
    def text(self) -> str:
        """What was found, in the language that is spoken."""
        return str(Text(self.zh, self.en))
