"""What an examiner says of a host."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One thing that it does not like: its own id and words."""

    id: str
    text: str
    severity: str = ""


@dataclass(frozen=True)
class Score:
    """`value` of `most` in `unit`; counts by kind of result; findings that are left."""

    examiner: str
    version: str
    value: float
    most: float
    unit: str
    counts: dict[str, int]
    findings: tuple[Finding, ...] = field(default_factory=tuple)
