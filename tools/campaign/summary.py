"""What the rounds of a campaign noted, in few lines of Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any


def summary(head: Mapping[str, object], rounds: Sequence[Mapping[str, Any]]) -> str:
    """A table: what was asked, then each thing that the rounds noted; numbers as least, median and most."""
    rows = [*head.items(), ("记录的轮次 / rounds noted", len(rounds))]
    keys = dict.fromkeys(key for entry in rounds for key in entry)
    rows += [(key, _together([entry[key] for entry in rounds if key in entry])) for key in keys]
    lines = [f"| {key} | {value} |" for key, value in rows]
    return "\n".join(["| | |", "| --- | --- |", *lines, ""])


def _together(values: Sequence[Any]) -> str:
    if all(isinstance(value, dict) for value in values):
        return _counted(sum((Counter(_numbers(value)) for value in values), Counter()))
    if all(isinstance(value, list) for value in values):
        return _counted(Counter(str(each) for value in values for each in value))
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values):
        return f"{min(values)}–{max(values)}, 中位 / median {median(values)}"
    return _counted(Counter(str(value) for value in values))


def _numbers(found: Mapping[str, Any]) -> dict[str, int]:
    return {key: value if isinstance(value, int) else 1 for key, value in found.items()}


def _counted(found: Counter[str]) -> str:
    return ", ".join(f"{key}: {number}" for key, number in sorted(found.items())) or "0"
