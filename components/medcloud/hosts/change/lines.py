"""Text files as lines that keep their bytes: endings, encoding and all that is foreign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from medcloud.hosts.errors import Refused
from medcloud.text import Text


@dataclass(frozen=True)
class Line:
    """One line without its ending; bytes that are not UTF-8 are kept as surrogates."""

    text: str
    end: str = "\n"


def split(content: bytes, place: str) -> list[Line]:
    """The lines of a file; Refused when it is no text (UTF-16 has NUL bytes)."""
    if b"\x00" in content:
        raise Refused(
            Text(
                f"{place}: 不是文本（含 NUL），未改动",
                f"{place}: is no text (NUL bytes, UTF-16?), left alone",
            )
        )
    *whole, last = content.decode("utf-8", "surrogateescape").split("\n")
    lines = [Line(part[:-1], "\r\n") if part.endswith("\r") else Line(part) for part in whole]
    return [*lines, Line(last, "")] if last else lines


def join(lines: Iterable[Line]) -> bytes:
    """The bytes again."""
    return "".join(line.text + line.end for line in lines).encode("utf-8", "surrogateescape")


def ending(lines: Iterable[Line]) -> str:
    """How a new line should end: as most of the file does."""
    ends = [line.end for line in lines]
    return "\r\n" if ends.count("\r\n") > len(ends) / 2 else "\n"


def insert(lines: list[Line], at: int, texts: Iterable[str]) -> list[Line]:
    """The lines with new ones before index `at`; a last line that had no ending gets one."""
    end = ending(lines)
    before = [Line(line.text, line.end or end) for line in lines[:at]]
    return [*before, *(Line(text, end) for text in texts), *lines[at:]]


def append(lines: list[Line], texts: Iterable[str]) -> list[Line]:
    """The lines with new ones at the end."""
    return insert(lines, len(lines), texts)
