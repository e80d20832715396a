"""What a run of make prove tells a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tools.prove.session import Outcome, Prover


def report(prover: Prover, *, parts: bool) -> Iterator[str]:
    """Counts by kind, then what survives with its items; with ``parts`` also each small change that does."""
    outcomes = [*prover.outcomes.values()]
    for test in prover.broken:
        yield f"✗ {test}: 未关闭时即不通过 / does not pass with everything on"
    for outcome in outcomes:
        yield from _survivor(outcome)
        if parts:
            yield from (f"  ~ {outcome.decider.key}: {what}" for what in outcome.unnoticed)
    yield from _counts(outcomes)
    yield f"{prover.seconds:.0f} 秒 / s"


def _survivor(outcome: Outcome) -> Iterator[str]:
    if not outcome.survives and not outcome.faults:
        return
    place = f"{outcome.decider.file}:{outcome.decider.line}"
    yield f"✗ {outcome.decider.key}  [{', '.join(outcome.survives)}]  {place}"
    if not outcome.switches:
        yield "    没有可关闭之处 / there is nothing in it to switch off"
    elif not outcome.reached:
        yield "    没有带此条款标记的测试执行到它 / no test with the mark runs it"
    for fault in outcome.faults:
        yield f"    无法关闭 / cannot be switched off: {fault}"
    for hint in outcome.hints:
        yield f"    无标记而失败 / fails without the mark: {hint}"


def _counts(outcomes: Sequence[Outcome]) -> Iterator[str]:
    every = Counter(outcome.decider.kind for outcome in outcomes)
    alive = Counter(outcome.decider.kind for outcome in outcomes if outcome.survives)
    for kind, count in every.items():
        switches = sum(outcome.switches for outcome in outcomes if outcome.decider.kind == kind)
        unnoticed = sum(len(outcome.unnoticed) for outcome in outcomes if outcome.decider.kind == kind)
        yield (
            f"{kind:<12} {count:>4}  存活 / survive {alive[kind]:>3}  "
            f"关闭 / switched off {switches:>4}, 未察觉 / unnoticed {unnoticed:>4}"
        )
