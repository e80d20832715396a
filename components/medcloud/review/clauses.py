"""What a run says of rules and of the 156 clause items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from medcloud.review.shapes import Change, Clause, Remark, RuleCount, State
from medcloud.standard import Item, items
from medcloud.text import Text
from medcloud_policies.core import pack
from medcloud_policies.core.providers import canonical


def rule_counts(
    changes: Iterable[Change], findings: Sequence[Remark], *, judged: bool
) -> tuple[RuleCount, ...]:
    """Our rules that had something to judge (if our pack ran), and whatever rule of a pack said something."""
    types = Counter(canonical(c.type) for c in changes if c.op != "delete")
    told = [f for f in findings if f.kind in ("policy", "waived", "undecided")]
    by_rule: dict[tuple[str, str], list[Remark]] = {}
    for finding in told:
        by_rule.setdefault((finding.pack, finding.rule), []).append(finding)
    counts: dict[tuple[str, str], RuleCount] = {}
    for rule in pack.rules() if judged else ():
        key = (pack.NAME, rule.id)
        seen = sum(types[type_] for type_ in rule.types)
        if seen or key in by_rule:
            blank = RuleCount(rule.id, pack.NAME, rule.severity, rule.items, rule.title, seen)
            counts[key] = _filled(blank, by_rule.get(key, ()))
    for key, own in by_rule.items():
        if key not in counts:
            first, named = own[0], tuple(dict.fromkeys(item for f in own for item in f.items))
            blank = RuleCount(first.rule, first.pack, first.severity, named, first.title, len(own))
            counts[key] = _filled(blank, own)
    return tuple(counts[key] for key in sorted(counts))


def _filled(blank: RuleCount, own: Sequence[Remark]) -> RuleCount:
    return replace(
        blank,
        refused=sum(f.blocking for f in own),
        advised=sum(f.kind == "policy" and not f.blocking for f in own),
        waived=sum(f.kind == "waived" and not f.blocking for f in own),
        undecided=sum(f.kind == "undecided" and not f.blocking for f in own),
    )


def clauses(counts: Sequence[RuleCount], findings: Sequence[Remark]) -> tuple[Clause, ...]:
    """All 156 items: the worst that any finding, of a rule or of the region file's check, says of each."""
    return tuple(
        _clause(
            entry,
            [count.id for count in counts if entry.id in count.items],
            [finding for finding in findings if entry.id in finding.items],
        )
        for entry in items()
    )


def _clause(entry: Item, judged: list[str], against: Sequence[Remark]) -> Clause:
    by_state: dict[State, set[str]] = {
        "violated": set(),
        "advised": set(),
        "waived": set(),
        "undecided": set(),
    }
    for finding in against:
        by_state[_state(finding)].add(finding.rule)
    state, rules = next(((s, sorted(found)) for s, found in by_state.items() if found), ("judged", judged))
    title = Text(entry.title_zh, entry.title_en)
    return Clause(entry.id, entry.obligation, title, state if rules else "none", tuple(rules))


def _state(finding: Remark) -> State:
    if finding.blocking:
        return "violated"
    return finding.kind if finding.kind in ("waived", "undecided") else "advised"
