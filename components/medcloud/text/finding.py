"""Something that is wrong: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from medcloud.text.language import spoken
from medcloud.text.text import Text, fits


class Complaint(NamedTuple):
    """What is wrong and what to do about it, before its place is known."""

    message: Text
    remedy: Text


@dataclass(frozen=True)
class Place:
    """Where something stands: a file, what it holds, or both."""

    file: str = ""
    line: int = 0
    """From 1; 0 when the file has no lines to speak of."""
    column: int = 0
    """From 1; 0 for the line as a whole."""
    path: str = ""
    """Dotted keys, e.g. ``workloads.his.level``; empty for the file as a whole."""
    called: str = field(default="", compare=False)
    """What people call the thing that the path leads into; empty where it has no name of its own."""

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        return " ".join(part for part in (":".join([self.file, *numbers]).strip(":"), self.path) if part)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong."""

    place: Place
    message: Text
    remedy: Text
    item: str = ""
    """Id of the clause item of T/GYJS 014-2025, empty when the standard does not say so."""

    @property
    def text(self) -> Text:
        """All of it in a line, in either language."""
        message, remedy = self.message, self.remedy
        zh, en = f"{message.zh}  → {remedy.zh}", f"{message.en}  → {remedy.en}"
        return Text(f"{self._head}{zh}", f"{self._head}{en}")

    def __str__(self) -> str:
        line = f"{self.message}  → {self.remedy}"
        if spoken() != "both" or fits(line):
            return f"{self._head}{line}"
        return f"{self.text.zh}\n    {self.message.en}  → {self.remedy.en}"

    @property
    def _head(self) -> str:
        place = f"{self.place} ({self.place.called})" if self.place.called else str(self.place)
        return f"{place}  [{self.item}]  " if self.item else f"{place}  "

    def record(self) -> dict[str, Any]:
        """As plain data for JSON, in both languages whatever is spoken."""
        return {
            "place": str(self.place),
            "file": self.place.file,
            "path": self.place.path,
            "called": self.place.called,
            "line": self.place.line,
            "column": self.place.column,
            "item": self.item,
            "message_zh": self.message.zh,
            "message_en": self.message.en,
            "remedy_zh": self.remedy.zh,
            "remedy_en": self.remedy.en,
        }
