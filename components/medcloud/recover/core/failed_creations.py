"""Objects of creations that failed: removed when they are surely of that run, reported otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from medcloud.engine.state import Pending, State
from medcloud.recover.core.decide import Question, wait_until_settled
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.failures import Events
from medcloud.recover.core.providers import Object, Provider, lookup
from medcloud.recover.core.report import Outcome
from medcloud.text import Text

SLACK = 2.0
"""Seconds by which a service's clock may lag behind the engine's; services round to whole seconds."""


def clear(events: Events, state: State, providers: Sequence[Provider], *, act: bool) -> list[Outcome]:
    """One outcome for each failed creation that left something."""
    interrupted = {pending.urn for pending in state.pending}
    outcomes = []
    for pending in events.failed_creations():
        way = lookup(providers, pending, state)
        if way is None or way.again or pending.urn in interrupted:
            continue
        if outcome := _clear(Question(pending, 1, way), state, events.started, act=act):
            outcomes.append(outcome)
    return outcomes


def _clear(question: Question, state: State, started: float, *, act: bool) -> Outcome | None:
    pending, lookup = question.pending, question.lookup
    ids: tuple[str, ...] = ()

    def ours(found: list[Object]) -> bool:
        nonlocal ids
        sure = act and _is_one(found, started)
        ids = tuple(map(lookup.id_of, found)) if sure else ()
        return sure

    try:
        found = wait_until_settled(question, state, ours)
        if not found:  # never there, or taken back
            return Outcome(pending.urn, pending.type, "removed", ids) if ids else None
        ids = tuple(map(lookup.id_of, found))
        if not _is_one(found, started):
            return _doubtful(pending, lookup.place, ids)
        if act:
            lookup.remove(found[0])
    except RecoverFailed as failed:
        return Outcome(pending.urn, pending.type, "unresolved", reason=failed.text)
    return Outcome(pending.urn, pending.type, "removed", ids)


def _is_one(found: list[Object], started: float) -> bool:
    """Whether it is one object that this run can have made."""
    return len(found) == 1 and _made_since(found[0], started)


def _made_since(found: Object, started: float) -> bool:
    created = found.get("created_at") or found.get("created")
    if not created:
        return False
    made = datetime.datetime.fromisoformat(str(created).replace("Z", "+00:00"))
    if made.tzinfo is None:
        made = made.replace(tzinfo=datetime.timezone.utc)
    return made.timestamp() >= started - SLACK


def _doubtful(pending: Pending, place: str, ids: tuple[str, ...]) -> Outcome:
    reason = Text(
        f"创建失败，但控制面有同名对象（{place}），无法断定是否本次所建；若是请删除",
        f"the creation failed, yet such an object exists ({place}), and it cannot be told "
        "whether it is of this run; delete it if it is",
    )
    return Outcome(pending.urn, pending.type, "unresolved", ids, reason)
