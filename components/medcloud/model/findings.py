"""What is wrong with a region file, in both languages, with its place and its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong and what to write instead, in both languages."""

    zh: str
    en: str
    remedy_zh: str
    remedy_en: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong."""

    file: str
    path: str
    """Dotted keys, e.g. ``workloads.his.level``; empty for the file as a whole."""
    line: int
    """From 1; 0 when the file has no lines to speak of."""
    column: int
    """From 1."""
    item: str
    """Id of the clause item of T/GYJS 014-2025, empty when the standard does not say so."""
    message_zh: str
    message_en: str
    remedy_zh: str
    remedy_en: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}  {self.path or '-'}"
        item = f"  [{self.item}]" if self.item else ""
        return f"{where}{item}  {self.message_zh} / {self.message_en}  → {self.remedy_zh} / {self.remedy_en}"


class RegionError(ValueError):
    """A region file that cannot be used; ``findings`` holds everything that is wrong, in file order."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class RegionRefused(RegionError):
    """The file can be read, but what it says is refused."""


class RegionUnreadable(RegionError):
    """The file is not there, or is not YAML that can be read."""
