"""What to do about the pending creations of one URN, by what the control plane shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from openstack.connection import Connection
from openstack.exceptions import SDKException

from medcloud.engine.state import Pending, State
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.report import Outcome
from medcloud.recover.openstack import lookup
from medcloud.recover.openstack.lookup_rule import LookupRule, Object, attribute

SETTLED_WITHIN = 600.0
"""Seconds for which an object may stay in a state that ends by itself."""
LOST_AFTER = 60.0
"""Seconds after which its request may have been lost on the way between two parts of its service."""


@dataclass(frozen=True)
class Question:
    """The pending creations of one URN."""

    pending: Pending
    times: int
    """How often it was begun and never ended: no more objects than this can have come of it."""
    row: LookupRule
    connection: Connection


def unclaimed_objects(question: Question, state: State) -> list[Object]:
    """Objects that fit and that the state does not hold, newest first."""
    row, inputs = question.row, question.pending.inputs
    claimed = state.ids_of(question.pending.type)
    found = lookup.matches(question.connection, row, inputs)
    return [item for item in found if lookup.resource_id(row, inputs, item) not in claimed]


def decide(question: Question, state: State, *, act: bool = True) -> Outcome:
    """Adopt one object, remove what is half made or doubled; never touch more than was begun.

    With `act` False nothing is removed. The state is edited in memory alone.
    """
    pending, row = question.pending, question.row
    try:
        found = wait_until_settled(question, state, lambda found: act and len(found) <= question.times)
        if len(found) > question.times:
            return _unresolved(pending, found, row)
        held = state.holds(pending.urn)
        good = [o for o in found if not held and _whole(row, pending, o)]
        keep = good[0] if good else None
        extra = [item for item in found if item is not keep]
        for item in extra if act else []:
            lookup.remove(question.connection, row, pending.inputs, item)
    except (RecoverFailed, SDKException) as failed:
        return Outcome(pending.urn, pending.type, "unresolved", reason=str(failed))
    if keep is not None:
        id_ = lookup.resource_id(row, pending.inputs, keep)
        state.adopt(pending.urn, id_)
        return Outcome(pending.urn, pending.type, "adopted", (id_,))
    state.settle(pending.urn)
    ids = tuple(lookup.resource_id(row, pending.inputs, item) for item in extra)
    return Outcome(pending.urn, pending.type, "removed" if ids else "absent", ids)


def wait_until_settled(
    question: Question,
    state: State,
    ours: Callable[[list[Object]], bool],
    pause: Callable[[float], None] = time.sleep,
) -> list[Object]:
    """The unclaimed objects once none of them is still changing. RecoverFailed when one never stops.

    What hangs because its request was lost is taken back, when `ours` says that these may be removed.
    """
    began = asked = time.monotonic()
    row = question.row
    while True:
        found = unclaimed_objects(question, state)
        busy = [o for o in found if attribute(o, row.status) in row.settling]
        if not busy:
            return found
        now = time.monotonic()
        if now - asked > LOST_AFTER and ours(found):
            asked = now
            for item in busy:
                if attribute(item, row.status) in row.lost:
                    lookup.take_back(question.connection, row, question.pending.inputs, item)
        if now - began > SETTLED_WITHIN:
            states = ", ".join(f"{lookup.own_id(row, o)} {attribute(o, row.status)}" for o in busy)
            raise RecoverFailed(f"仍在变化，稍后再试 / still changing, try again later: {states}")
        pause(2)


def _whole(row: LookupRule, pending: Pending, found: Object) -> bool:
    return attribute(found, row.status) not in row.failed and row.finished(pending.inputs, found)


def _unresolved(pending: Pending, found: list[Object], row: LookupRule) -> Outcome:
    ids = tuple(lookup.resource_id(row, pending.inputs, item) for item in found)
    reason = (
        "符合条件的对象多于中断的创建，无法断定哪个属于本栈；请核对后删除多余者，再运行 medcloud recover / "
        "more objects fit than creations were interrupted, so it cannot be told which belong to this stack; "
        "delete those that should not be there, then run medcloud recover again"
    )
    return Outcome(pending.urn, pending.type, "unresolved", ids, reason)
