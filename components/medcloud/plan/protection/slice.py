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


@dataclass(frozen=True, slots=True)
class WaivedPlan:
    """What a region file would be refused for, had not a signed waiver excused it."""

    place: str
    """In the region file, e.g. ``pools.c86.cores``."""
    item: str
    text: Text
    """What it does not meet."""
    waiver: str
    """Id of the waiver."""
    reason: str
    approved_by: str
    until: str
    """Last day on which it holds, YYYY-MM-DD."""

    def __str__(self) -> str:
        by_zh = f"已由 {self.waiver} 豁免至 {self.until}（{self.approved_by}）：{self.reason}"
        by_en = f"waived by {self.waiver} until {self.until} ({self.approved_by}): {self.reason}"
        text = Text(f"{self.text.zh}；{by_zh}", f"{self.text.en}; {by_en}")
        return f"{self.place}  [{self.item}]  {text}"

    def record(self) -> dict[str, str]:
        """As plain data, by the words that the ledger has for a waiver that was used."""
        return {
            "waiver": self.waiver,
            "item": self.item,
            "place": self.place,
            "reason": self.reason,
            "approved_by": self.approved_by,
            "until": self.until,
            "message_zh": self.text.zh,
            "message_en": self.text.en,
        }
