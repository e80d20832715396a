"""What to do about the pending creations of one URN, by what the control plane shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from medcloud.engine.state import Pending, State
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.providers import Lookup, Object
from medcloud.recover.core.report import Outcome
from medcloud.text import Text

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
    lookup: Lookup


def unclaimed_objects(question: Question, state: State) -> list[Object]:
    """Objects that fit and that the state does not hold, newest first."""
    claimed = state.ids_of(question.pending.type)
    return [item for item in question.lookup.objects() if question.lookup.id_of(item) not in claimed]


def decide(question: Question, state: State, *, act: bool = True) -> Outcome:
    """Adopt one object, remove what is half made or doubled; never touch more than was begun.

    With `act` False nothing is removed. The state is edited in memory alone.
    """
    pending, lookup = question.pending, question.lookup
    try:
        found = wait_until_settled(question, state, lambda found: act and len(found) <= question.times)
        if len(found) > question.times:
            return _unresolved(question, found)
        held = state.holds(pending.urn)
        good = [item for item in found if not held and lookup.is_whole(item)]
        keep = good[0] if good else None
        extra = [item for item in found if item is not keep]
        for item in extra if act else []:
            lookup.remove(item)
    except RecoverFailed as failed:
        return Outcome(pending.urn, pending.type, "unresolved", reason=failed.text)
    if keep is not None:
        id_ = lookup.id_of(keep)
        state.adopt(pending.urn, id_)
        return Outcome(pending.urn, pending.type, "adopted", (id_,))
    state.settle(pending.urn)
    ids = tuple(map(lookup.id_of, extra))
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
    lookup = question.lookup
    while True:
        found = unclaimed_objects(question, state)
        busy = [item for item in found if lookup.is_settling(item)]
        if not busy:
            return found
        now = time.monotonic()
        if now - asked > LOST_AFTER and ours(found):
            asked = now
            for item in busy:
                if lookup.may_be_lost(item):
                    lookup.take_back(item)
        if now - began > SETTLED_WITHIN:
            states = ", ".join(map(lookup.status_of, busy))
            raise RecoverFailed(
                Text(f"仍在变化，稍后再试: {states}", f"still changing, try again later: {states}")
            )
        pause(2)


def _unresolved(question: Question, found: list[Object]) -> Outcome:
    pending, ids = question.pending, tuple(map(question.lookup.id_of, found))
    reason = Text(
        "符合条件的对象多于中断的创建，无法断定哪个属于本栈；请核对后删除多余者，再运行 medcloud recover",
        "more objects fit than creations were interrupted, so it cannot be told which belong to "
        "this stack; delete those that should not be there, then run medcloud recover again",
    )
    return Outcome(pending.urn, pending.type, "unresolved", ids, reason)
