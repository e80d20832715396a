"""All that a change does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from medcloud.diff.change import KIND_WORDS, Change
from medcloud.diff.kinds import (
    existence,
    lost,
    moved,
    protection,
    reach,
    rebuilt,
    renamed,
    renumbered,
    resized,
    settings,
)
from medcloud.diff.pair import Pair
from medcloud.plan.region import RegionPlan
from medcloud.report.severity import SEVERITIES

KINDS: tuple[Callable[[Pair], Iterator[Change]], ...] = (
    lost.changes,
    reach.changes,
    rebuilt.changes,
    moved.changes,
    renumbered.changes,
    protection.changes,
    existence.changes,
    resized.changes,
    renamed.changes,
    settings.changes,
)
"""Whatever tells of a change; listed here and nowhere else."""
_KIND_ORDER = tuple(KIND_WORDS)
_SEVERITY_ORDER = tuple(SEVERITIES)


def compare(old: RegionPlan, new: RegionPlan) -> tuple[Change, ...]:
    """What the change from one plan to the other does: what must be confirmed first, then the worst; pure."""
    pair = Pair(old, new)
    found = {change.id: change for tell in KINDS for change in tell(pair)}
    return tuple(sorted(found.values(), key=_order))


def _order(change: Change) -> tuple[bool, int, int, str]:
    severity, kind = _SEVERITY_ORDER.index(change.severity), _KIND_ORDER.index(change.kind)
    return not change.must_be_confirmed, severity, kind, change.id
