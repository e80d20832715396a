"""Backups, advice and waivers as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medcloud.plan.region import RegionPlan
from medcloud.plan.summary import duration
from medcloud.plan.titles import called
from medcloud.text import Text

BACKUP_HEAD = (
    "",
    Text("方式", "method"),
    Text("间隔", "every"),
    Text("全量", "full"),
    Text("保存", "kept"),
    Text("存放", "in"),
    Text("演练", "tested every"),
)
_METHODS = {
    "full": Text("全量", "full"),
    "incremental": Text("增量", "incremental"),
    "differential": Text("差异", "differential"),
}
_MOST = 8
"""So many workloads are named."""


def backups(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """A row a workload that says how it is backed up."""
    for workload in plan.workloads:
        if found := workload.protection.backup:
            yield (
                called(plan.titles, "workloads", workload.id),
                _METHODS[found.method],
                duration(found.every_seconds),
                duration(found.full_every_seconds),
                duration(found.keep_seconds),
                called(plan.titles, "centres", found.place),
                duration(found.tested_every_seconds),
            )


def advices(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """Item, what is open, and at which workloads."""
    for found in plan.advice:
        more = len(found.workloads) - _MOST
        named = ", ".join(called(plan.titles, "workloads", each) for each in found.workloads[:_MOST])
        yield found.item, found.text, named + (f" … +{more}" if more > 0 else "")


def waived(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """Item, place, what it does not meet, and by which waiver until when."""
    for found in plan.waived:
        until = Text(f"至 {found.until}", f"until {found.until}")
        yield found.item, found.place, found.text, f"{found.waiver} {until}", found.reason
