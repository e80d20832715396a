"""What one change of a region does, as data that a hospital's IT lead can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from medcloud.text import Text

Kind = Literal[
    "lost",
    "opened",
    "rebuilt",
    "moved",
    "renumbered",
    "protection",
    "removed",
    "closed",
    "resized",
    "renamed",
    "added",
    "settings",
]
Severity = Literal["critical", "high", "medium", "low"]
SENSITIVE = 4
"""From this data level on a flow that opens has to be confirmed."""

KIND_WORDS: dict[Kind, Text] = {
    "lost": Text("数据丢失", "loses data"),
    "opened": Text("新增互访", "opens a flow"),
    "rebuilt": Text("重建", "is rebuilt"),
    "moved": Text("迁移", "moves"),
    "renumbered": Text("地址变更", "gets other numbers"),
    "protection": Text("保护变化", "changes protection"),
    "removed": Text("移除", "is removed"),
    "closed": Text("关闭互访", "closes a flow"),
    "resized": Text("规格变化", "is resized"),
    "renamed": Text("名称变化", "is renamed"),
    "added": Text("新增", "is added"),
    "settings": Text("其他设置", "other settings"),
}
"""What each kind is called; in the order in which they are told."""


@dataclass(frozen=True)
class About:
    """Whom it concerns; what is empty is not said: a change of a centre concerns no single workload."""

    workload: str = ""
    tenant: str = ""
    centre: str = ""
    level: int = 0
    """Data level, the higher of before and after; 0: none."""


@dataclass(frozen=True)
class Change:
    """One thing that a change of the region file does."""

    kind: Kind
    severity: Severity
    id: str
    """Names it in a region's confirmations; the same for the same change, whatever else changes beside it."""
    text: Text
    """What happens, and why."""
    about: About = About()
    before: str = ""
    after: str = ""
    item: str = ""
    """Clause item of T/GYJS 014-2025; empty when the standard does not say so."""
    cause: str = ""
    """What is new and brings it with others: confirms them all. Empty: nothing new does."""

    @property
    def confirmed_by(self) -> str:
        """What a person writes to confirm it, where the line is not its own id."""
        return self.cause or self.id

    @property
    def must_be_confirmed(self) -> bool:
        """Whether a person has to confirm it by name: data go, or a flow into level 4 or 5 opens."""
        return self.kind == "lost" or (self.kind == "opened" and self.about.level >= SENSITIVE)

    def record(self) -> dict[str, Any]:
        """As plain data for JSON, in both languages whatever is spoken."""
        return {
            "id": self.id,
            "kind": self.kind,
            "severity": self.severity,
            "must_be_confirmed": self.must_be_confirmed,
            "cause": self.cause,
            "workload": self.about.workload,
            "tenant": self.about.tenant,
            "centre": self.about.centre,
            "level": self.about.level,
            "item": self.item,
            "text": {"zh": self.text.zh, "en": self.text.en},
            "before": self.before,
            "after": self.after,
        }
