"""What a data level asks for (table C.1), what a workload wants beyond it, and how its data come back."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.model.recovery import Method
from medcloud.text import Text


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """What the operator's backup service does for a workload (6.1.2-b, 6.4-a), encrypted (7.2.1-b)."""

    method: Method
    every_seconds: int
    full_every_seconds: int
    keep_seconds: int
    place: str
    """Id of the centre that keeps the copies."""
    tested_every_seconds: int


@dataclass(frozen=True, slots=True)
class Protection:
    """What the data level asks for, and what is stricter at the workload."""

    level: int
    rpo_seconds: int | None
    rto_seconds: int | None
    cipher: str
    encrypted: bool
    access: str
    backup: BackupPlan | None = None
    """None: the region file says nothing of backups."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the region file leaves open that an operator should settle; nothing is refused for it."""

    item: str
    text: Text
    workloads: tuple[str, ...]
