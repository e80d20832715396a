"""From a state with interrupted operations to one that agrees with the control planes."""

from __future__ import annotations

import copy
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from medcloud.engine import backend, journal
from medcloud.engine.stack import Stack
from medcloud.engine.state import Pending, State
from medcloud.recover.core import failed_creations, half_made, leftover_processes
from medcloud.recover.core.advice import Advice, advise
from medcloud.recover.core.causes import causes
from medcloud.recover.core.decide import Question, decide, unclaimed_objects
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.failures import Events
from medcloud.recover.core.locks import locks
from medcloud.recover.core.providers import Provider, all_providers, lookup
from medcloud.recover.core.report import Outcome, Report
from medcloud.text import Text, urns

SETTLE = 8.0
"""Seconds after which a request that the dead engine had sent has reached the control plane's database."""


def recover(
    stack: Stack,
    providers: Sequence[Provider] | None = None,
    *,
    settle: float = SETTLE,
    act: bool = True,
    events: Events | None = None,
    known: Mapping[str, str] | None = None,
) -> Report:
    """Resolve every pending operation of a stack; with `act` False only say what would be done.

    By all providers when none are given. `events` is the log of a run that failed: it is explained, and what
    it left half made is cleared away. `known` is what a person found out: URN to id, or to "" where nothing
    was made. Safe to cut off and to repeat at any point. EngineFailed when the engine refuses, RecoverFailed
    when another one is at work on the stack.
    """
    report, providers = Report(), all_providers() if providers is None else providers
    _unlock(stack, report, act=act)
    if act:
        report.orphans = leftover_processes.end(stack.folder)
    if not (exported := stack.export()):
        return report
    journal.must_be_read(*stack.place, exported)
    state = State(exported, stack.export(show_secrets=True))
    if events is not None:
        report.advice = [advice.text for advice in _explain(events, state, providers)]
    before = copy.deepcopy(state.document)
    report.outcomes = _outcomes(state, providers, settle, known or {}, act=act) if state.pending else []
    # `pulumi stack import` forgets what is pending: all of it is resolved, or nothing is written
    if report.unresolved:
        return report
    report.outcomes += half_made.mend(state, providers, act=act)
    if events is not None:
        report.outcomes += failed_creations.clear(events, state, providers, act=act)
    if act and state.document != before:
        stack.replace(state.document)
        stale = [o.urn for o in report.outcomes if o.action in ("adopted", "refreshed")]
        if stale:
            stack.refresh(stale)
    return report


def _unlock(stack: Stack, report: Report, *, act: bool) -> None:
    found = list(locks(*stack.place))
    for holder in found:
        if holder.alive is not False:
            raise RecoverFailed(
                Text(
                    f"该栈正被使用: {holder}\n若该进程确已不在，请运行 pulumi cancel",
                    f"the stack is in use: {holder}\nif that process is surely gone, run pulumi cancel",
                )
            )
    if act:
        report.mended = backend.mend(*stack.place)
    if found and act:
        stack.cancel()
        report.unlocked = [str(holder) for holder in found]


def _outcomes(
    state: State, providers: Sequence[Provider], settle: float, known: Mapping[str, str], *, act: bool
) -> list[Outcome]:
    times = Counter(p.urn for p in state.pending if p.kind == "creating")
    outcomes: dict[str, Outcome] = {}
    questions: list[Question] = []
    for pending in {p.urn: p for p in state.pending}.values():
        if pending.urn in known and times[pending.urn]:
            outcomes[pending.urn] = _take_answer(pending, state, known[pending.urn])
            continue
        if pending.local or pending.kind in ("reading", "importing"):
            outcomes[pending.urn] = Outcome(pending.urn, pending.type, "local")
        elif not times[pending.urn] and any(r["urn"] == pending.urn for r in state.resources):
            outcomes[pending.urn] = Outcome(pending.urn, pending.type, "refreshed")
            state.reread(pending.urn)
        elif not times[pending.urn]:
            outcomes[pending.urn] = Outcome(pending.urn, pending.type, "local")
        elif (way := lookup(providers, pending, state)) is None:
            outcomes[pending.urn] = _unknown(pending)
            continue
        elif way.again:
            outcomes[pending.urn] = Outcome(pending.urn, pending.type, "again")
        else:
            questions.append(Question(pending, times[pending.urn], way))
            continue
        state.settle(pending.urn)
    _look_twice(questions, state, settle)
    for question in questions:
        outcomes[question.pending.urn] = decide(question, state, act=act)
    return list(outcomes.values())


def _explain(events: Events, state: State, providers: Sequence[Provider]) -> Iterator[Advice]:
    for urn, message in events.messages.items():
        said = (each.explain(urn, message, state) for each in providers)
        advice = next((each for each in said if each), None) or advise(urn, message, causes(__package__))
        if advice:
            yield advice


def _look_twice(questions: list[Question], state: State, settle: float) -> None:
    """Give requests that were under way time to arrive, unless every object is there already."""
    deadline = time.monotonic() + settle
    while time.monotonic() < deadline:
        if all(len(unclaimed_objects(question, state)) >= question.times for question in questions):
            return
        time.sleep(1)


def _take_answer(pending: Pending, state: State, id_: str) -> Outcome:
    if not id_:
        state.settle(pending.urn)
        return Outcome(pending.urn, pending.type, "absent")
    state.adopt(pending.urn, id_)
    return Outcome(pending.urn, pending.type, "adopted", (id_,))


def _unknown(pending: Pending) -> Outcome:
    name = pending.inputs.get("name") or urns.split(pending.urn).name
    reason = Text(
        f"此类型无法自动查找，请在控制面查看“{name}”是否已存在；存在则加 --adopt URN ID，"
        f"不存在则加 --forget URN\n    {pending.urn}",
        f"this type cannot be looked up: see in the control plane whether “{name}” exists; if "
        f"so add --adopt URN ID, if not --forget URN\n    {pending.urn}",
    )
    return Outcome(pending.urn, pending.type, "unresolved", reason=reason)
