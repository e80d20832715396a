"""How a workload comes back: RPO and RTO (table C.1), and its backups (6.1.2-b, 6.4-a)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from medcloud.model.base import Model
from medcloud.model.duration import Duration
from medcloud.model.level_limit import LevelLimit
from medcloud.model.limit import Limit
from medcloud.model.refuse import refuse
from medcloud.model.scalars import Id
from medcloud.standard import item
from medcloud.standard.decides import decides
from medcloud.standard.units import UNITS
from medcloud.text import Text

Method = Literal["full", "incremental", "differential"]
DAY = int(UNITS["d"].factor)
CLOSEST = Duration(5 * 60)
"""Copies follow each other no closer; who may lose less replicates."""

_LOSES = Text("丢失的数据超过该级别所许", "more data may be lost than its level admits")
_LASTS = Text("中断时间超过该级别所许", "it may be down for longer than its level admits")


def _of_level(level: int, row: str, name: str, why: Text) -> LevelLimit:
    return LevelLimit(
        Limit(row, name, "s", written=_written), holds_for=lambda found: found == level, why=why
    )


def _written(seconds: int) -> str:
    return str(Duration(seconds))


class Recovery(Model):
    """What may be lost and for how long it may be down; stricter than table C.1 or left out."""

    rpo: Annotated[
        Duration | None,
        _of_level(2, "C.2-d", "rpo", _LOSES),
        _of_level(3, "C.2-c", "rpo", _LOSES),
        _of_level(4, "C.2-b", "rpo", _LOSES),
        _of_level(5, "C.2-a", "rpo", _LOSES),
    ] = None
    """Data that may be lost, as the time in which they came; default: that of its level."""
    rto: Annotated[
        Duration | None,
        _of_level(2, "C.2-d", "rto", _LASTS),
        _of_level(3, "C.2-c", "rto", _LASTS),
        _of_level(4, "C.2-b", "rto", _LASTS),
        _of_level(5, "C.2-a", "rto", _LASTS),
    ] = None
    """Time until it serves again; default: that of its level."""


def _drill() -> Duration:
    """How long a drill's report is good for, by the evidence that 6.4-a asks for."""
    days = next(e.valid_days for e in item("6.4-a").evidence if e.id == "recovery-drill")
    return Duration((days or 1) * DAY)


@decides("6.4-a")
def _tested(value: Duration) -> Duration:
    if value <= _drill():
        return value
    raise refuse(
        Text(
            f"每 {value} 才演练一次恢复，而演练报告只在 {_drill()} 内有效",
            f"recovery is tried every {value} only, and the report of a drill is good for {_drill()}",
        ),
        Text(f"写 {_drill()} 或更短，或删去", f"write {_drill()} or less, or leave it out"),
        item="6.4-a",
        instead=str(_drill()),
    )


class Backup(Model):
    """Copies of the data that the operator's backup service makes and keeps."""

    method: Method = "incremental"
    """Everything each time; what changed since the last copy; what changed since the last full one."""
    every: Duration
    """How often a copy is made."""
    full: Duration | None = None
    """How often a full one is made, for the other two methods; default: every 7 days."""
    keep: Duration
    """How long a copy is kept."""
    place: Id | None = None
    """The centre that keeps them; default: its standby, else a recovery centre, else one elsewhere."""
    tested: Annotated[Duration, AfterValidator(_tested)] = Field(default_factory=_drill)
    """How often recovery from them is tried; default: as long as a drill's report is good for."""

    @property
    def full_every(self) -> Duration:
        """How often a full copy is made."""
        return self.every if self.method == "full" else self.full or Duration(max(7 * DAY, self.every))
