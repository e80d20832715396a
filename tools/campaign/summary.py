"""What the rounds of a campaign noted, in few lines of Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from medcloud.text import Text


def summary(head: Mapping[Text, object], rounds: Sequence[Mapping[str, Any]]) -> str:
    """A table: what was asked, then each thing that the rounds noted; numbers as least, median and most."""
    rows: list[tuple[object, object]] = [*head.items(), (Text("记录的轮次", "rounds noted"), len(rounds))]
    keys = dict.fromkeys(key for entry in rounds for key in entry)
    rows += [(key, _together([entry[key] for entry in rounds if key in entry])) for key in keys]
    lines = [f"| {_both(key)} | {_both(value)} |" for key, value in rows]
    return "\n".join(["| | |", "| --- | --- |", *lines, ""])


def _both(said: object) -> str:
    """In both languages whatever is spoken: a summary is kept."""
    return Text.of(said).say("both")


def _together(values: Sequence[Any]) -> str | Text:
    if all(isinstance(value, dict) for value in values):
        return _counted(sum((Counter(_numbers(value)) for value in values), Counter()))
    if all(isinstance(value, list) for value in values):
        return _counted(Counter(str(each) for value in values for each in value))
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values):
        least, most, middle = min(values), max(values), median(values)
        return Text(f"{least}–{most}: 中位 {middle}", f"{least}–{most}: median {middle}")
    return _counted(Counter(str(value) for value in values))


def _numbers(found: Mapping[str, Any]) -> dict[str, int]:
    return {key: value if isinstance(value, int) else 1 for key, value in found.items()}


def _counted(found: Counter[str]) -> str:
    return ", ".join(f"{key}: {number}" for key, number in sorted(found.items())) or "0"
