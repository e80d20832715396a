"""What is wrong with a signed document, in both languages, with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong and what to do about it, in both languages."""

    zh: str
    en: str
    remedy_zh: str
    remedy_en: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong."""

    place: str
    """File, and line or key where there is one, e.g. ``waivers.yaml:4 waivers[0].until``."""
    message_zh: str
    message_en: str
    remedy_zh: str
    remedy_en: str
    item: str = ""
    """Id of the clause item of T/GYJS 014-2025, empty when the standard does not say so."""

    def __str__(self) -> str:
        item = f"  [{self.item}]" if self.item else ""
        remedy = f"→ {self.remedy_zh} / {self.remedy_en}"
        return f"{self.place}{item}  {self.message_zh} / {self.message_en}  {remedy}"


class Refused(ValueError):
    """A document, signature or chain that cannot be relied on; ``findings`` says all that is wrong."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def refuse(place: str, zh: str, en: str, remedy_zh: str, remedy_en: str, *, item: str = "") -> Refused:
    """The refusal for one thing that is wrong."""
    return Refused([Finding(place, zh, en, remedy_zh, remedy_en, item)])
