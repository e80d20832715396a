"""What looking at one setting finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from medcloud.text import Text


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
    """A verdict and what was seen: a Text, or names that are the same in both languages."""

    verdict: Verdict
    what: Text | str = ""


GOOD = Check(Verdict.GOOD)


def bad(place: Text | str, found: object, wanted: object) -> Check:
    """What is there is not what is wanted."""
    seen = Text("未设置", "not set") if found is None else Text.of(found)
    at, wants = Text.of(place), Text.of(wanted)
    zh, en = f"{at.zh} = {seen.zh}（应 {wants.zh}）", f"{at.en} = {seen.en} (wants {wants.en})"
    return Check(Verdict.BAD, Text(zh, en))


def absent(what: Text | str) -> Check:
    """Not on this host."""
    return Check(Verdict.ABSENT, what)
