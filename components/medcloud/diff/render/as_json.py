"""JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence

from medcloud.diff.change import Change
from medcloud.plan.region import RegionPlan
from medcloud.report.as_json import document, text

FORMAT = "medcloud-diff/1"
"""Grows by new keys only; a change of meaning makes it /2."""


def as_json(old: RegionPlan, new: RegionPlan, changes: Sequence[Change], sides: tuple[str, str]) -> str:
    """The diff as JSON text, both languages in it; ``sides`` names what was compared."""
    content = {
        "old": {"name": sides[0], "region": old.id},
        "new": {"name": sides[1], "region": new.id},
        "must_be_confirmed": sum(change.must_be_confirmed for change in changes),
        "changes": [change.record() for change in changes],
    }
    return text(document(FORMAT, content))
