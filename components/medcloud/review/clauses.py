"""What a run says of rules and of the 156 clause items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from medcloud.review.shapes import Change, Clause, Finding, RuleCount, State
from medcloud.standard import items
from medcloud_policies import pack
from medcloud_policies.resource import ALIASES
from medcloud_policies.text import Text


def rule_counts(
    changes: Iterable[Change], findings: Sequence[Finding], *, judged: bool
) -> tuple[RuleCount, ...]:
    """Our rules that had something to judge (if our pack ran), and whatever rule of a pack said something."""
    types = Counter(ALIASES.get(c.type, c.type) for c in changes if c.op != "delete")
    told = [f for f in findings if f.kind in ("policy", "undecided")]
    by_rule: dict[tuple[str, str], list[Finding]] = {}
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
            first = own[0]
            blank = RuleCount(first.rule, first.pack, first.severity, first.items, first.title, len(own))
            counts[key] = _filled(blank, own)
    return tuple(counts[key] for key in sorted(counts))


def _filled(blank: RuleCount, own: Sequence[Finding]) -> RuleCount:
    return replace(
        blank,
        refused=sum(f.blocking for f in own),
        advised=sum(f.kind == "policy" and not f.blocking for f in own),
        undecided=sum(f.kind == "undecided" and not f.blocking for f in own),
    )


def clauses(counts: Sequence[RuleCount], findings: Sequence[Finding]) -> tuple[Clause, ...]:
    """All 156 items: the worst that any rule, or the region file's check, says of each."""
    region = {item for f in findings if f.kind == "region" for item in f.items}
    found = []
    for entry in items():
        behind = [count for count in counts if entry.id in count.items]
        state: State = "violated" if entry.id in region else _state(behind)
        rules = tuple(count.id for count in behind)
        title = Text(entry.title_zh, entry.title_en)
        found.append(Clause(entry.id, entry.obligation, title, state, rules))
    return tuple(found)


def _state(behind: Sequence[RuleCount]) -> State:
    if any(count.refused for count in behind):
        return "violated"
    if any(count.advised for count in behind):
        return "advised"
    if any(count.undecided for count in behind):
        return "undecided"
    return "judged" if behind else "none"
