"""What a run of make prove tells a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from medcloud.text import Text
from tools.prove.session import Outcome, Prover


def report(prover: Prover, *, parts: bool) -> Iterator[str | Text]:
    """Counts by kind, then what survives with its items; with ``parts`` also each small change that does."""
    outcomes = [*prover.outcomes.values()]
    for test in prover.broken:
        yield Text(f"✗ {test}: 未关闭时即不通过", f"✗ {test}: does not pass with everything on")
    for outcome in outcomes:
        yield from _survivor(outcome)
        if parts:
            yield from (f"  ~ {outcome.decider.key}: {what}" for what in outcome.unnoticed)
    yield from _counts(outcomes)
    yield Text(f"{prover.seconds:.0f} 秒", f"{prover.seconds:.0f} s")


def _survivor(outcome: Outcome) -> Iterator[str | Text]:
    if not outcome.survives and not outcome.faults:
        return
    place = f"{outcome.decider.file}:{outcome.decider.line}"
    yield f"✗ {outcome.decider.key}  [{', '.join(outcome.survives)}]  {place}"
    if not outcome.switches:
        yield Text("    没有可关闭之处", "    there is nothing in it to switch off")
    elif not outcome.reached:
        yield Text("    没有带此条款标记的测试执行到它", "    no test with the mark runs it")
    for fault in outcome.faults:
        yield Text(f"    无法关闭: {fault}", f"    cannot be switched off: {fault}")
    for hint in outcome.hints:
        yield Text(f"    无标记而失败: {hint}", f"    fails without the mark: {hint}")


def _counts(outcomes: Sequence[Outcome]) -> Iterator[str | Text]:
    every = Counter(outcome.decider.kind for outcome in outcomes)
    alive = Counter(outcome.decider.kind for outcome in outcomes if outcome.survives)
    for kind, count in every.items():
        switches = sum(outcome.switches for outcome in outcomes if outcome.decider.kind == kind)
        unnoticed = sum(len(outcome.unnoticed) for outcome in outcomes if outcome.decider.kind == kind)
        yield (
            Text(
                f"{kind:<12} {count:>4}  存活 {alive[kind]:>3}  关闭 {switches:>4}，未察觉 {unnoticed:>4}",
                f"{kind:<12} {count:>4}  survive {alive[kind]:>3}  switched off {switches:>4}, "
                f"unnoticed {unnoticed:>4}",
            )
        )
