"""What happens to each resource, out of the steps of an event log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from medcloud.engine.event_log import Event, EventLog, table_of, text_of, texts_of
from medcloud.review.shapes import Change
from medcloud.standard import conventions
from medcloud.text.urns import split

# A replacement is several steps; the steps of one resource are told as one operation.
_AS = {
    "create-replacement": "replace",
    "delete-replaced": "replace",
    "discard-replaced": "replace",
    "import-replacement": "replace",
    "read-replacement": "replace",
    "discard": "delete",
    "refresh": "same",
    "remove-pending-replace": "same",
}
_WEIGHT = ("same", "read", "import", "update", "create", "delete", "replace")


def changes(log: EventLog) -> tuple[Change, ...]:
    """One change a resource, in the order in which the engine first spoke of it."""
    found: dict[str, Change] = {}
    for step in (*log.steps, *log.outputs):
        change = _change(step)
        before = found.get(change.urn)
        if change.urn and (before is None or _weight(change.op) > _weight(before.op)):
            found[change.urn] = change
    return tuple(found.values())


def parents(log: EventLog) -> Mapping[str, str]:
    """The parent's URN of each resource that has one."""
    pairs = ((text_of(step, "urn"), _state(step)) for step in (*log.steps, *log.outputs))
    return {urn: text_of(state, "parent") for urn, state in pairs if text_of(state, "parent")}


def _change(step: Event) -> Change:
    urn = text_of(step, "urn")
    op = text_of(step, "op")
    labels = conventions.read(table_of(_state(step), "inputs"))
    parts = split(urn)
    return Change(
        urn=urn,
        type=text_of(step, "type") or parts.type,
        name=parts.name,
        op=_AS.get(op, op),
        labels=labels,
        properties=tuple(sorted({*texts_of(step, "diffs"), *table_of(step, "detailedDiff")})),
    )


def _state(step: Event) -> Mapping[str, Any]:
    return table_of(step, "new") or table_of(step, "old")


def _weight(op: str) -> int:
    return _WEIGHT.index(op) if op in _WEIGHT else 0
