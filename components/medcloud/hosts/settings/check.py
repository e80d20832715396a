"""What looking at one setting finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What a setting is like on a host."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"
    """It could not be found out."""
    ABSENT = "absent"
    """What it is about is not on this host."""
    MANUAL = "manual"
    """A person must look."""


@dataclass(frozen=True)
class Check:
    """A verdict and what was seen, in words that need no translation or in both languages."""

    verdict: Verdict
    what: str = ""


GOOD = Check(Verdict.GOOD)


def bad(place: str, found: object, wanted: object) -> Check:
    """What is there is not what is wanted."""
    seen = "未设置 / not set" if found is None else found
    return Check(Verdict.BAD, f"{place} = {seen}（应 / wants {wanted}）")


def absent(what: str) -> Check:
    """Not on this host."""
    return Check(Verdict.ABSENT, what)
