"""What an examiner says of a host."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Objection:
    """One thing that it does not like: its own id and words."""

    id: str
    text: str
    severity: str = ""


@dataclass(frozen=True)
class Score:
    """`good` of `of` in `unit`; counts by kind of result; findings that are left."""

    examiner: str
    version: str
    good: float
    of: float
    unit: str
    counts: dict[str, int]
    findings: tuple[Objection, ...] = field(default_factory=tuple)
    missing: Mapping[str, float] = field(default_factory=dict)
    """By id, what lies between `good` and `of`."""

    @property
    def raw(self) -> float:
        """Per cent, as the examiner counts."""
        return _share(self.good, self.of)

    def without(self, excused: Callable[[str], bool]) -> float:
        """Per cent of what is left when the missing part of excused ids is not asked for."""
        return _share(self.good, self.of - sum(kept for id_, kept in self.missing.items() if excused(id_)))


def _share(good: float, of: float) -> float:
    return round(100 * good / of, 1) if of else 0.0
