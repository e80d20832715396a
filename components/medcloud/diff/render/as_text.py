"""A diff for a terminal: what must be confirmed, then who is concerned and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medcloud.diff.change import KIND_WORDS, Change
from medcloud.diff.render.heading import MUST_BE_CONFIRMED, called, counted, groups
from medcloud.plan.region import RegionPlan
from medcloud.report.severity import SEVERITIES
from medcloud.text import Text
from medcloud.text.table import table


def as_text(old: RegionPlan, new: RegionPlan, changes: Sequence[Change], sides: tuple[str, str]) -> str:
    """The diff in the language that is spoken; ``sides`` names what was compared."""
    lines = [f"{new.name} ({new.id})  {sides[0]} → {sides[1]}", str(counted(changes))]
    needed = [change for change in changes if change.must_be_confirmed]
    if needed:
        lines += ["", str(MUST_BE_CONFIRMED), *_rows(needed)]
    titles = {**old.titles, **new.titles}
    for tenant, workload, own in groups([c for c in changes if not c.must_be_confirmed]):
        lines += ["", str(called(titles, tenant, workload)), *_rows(own)]
    return "\n".join(lines)


def _rows(changes: Sequence[Change]) -> Iterator[str]:
    head = ["", "", ""]
    rows = [(SEVERITIES[c.severity].words, KIND_WORDS[c.kind], c.item or "-") for c in changes]
    for left, change in zip(table(head, rows)[1:], changes, strict=True):
        first, *more = str(change.text).splitlines()
        yield f"  {left}  {first}"
        yield from (f"      {line}" for line in more)
        if change.before or change.after:
            yield f"      {change.before or '-'} → {change.after or '-'}"
        if change.must_be_confirmed:
            yield f"      {Text('编号', 'id')}: {change.id}"
