"""What a person wants to know when a region is up: what runs where, which clauses were judged, what next."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from medcloud.engine.event_log import EventLog, texts_of
from medcloud.plan.region import RegionPlan
from medcloud.standard import items
from medcloud.text import Text
from medcloud_policies.core import pack


@dataclass(frozen=True)
class Judged:
    """What the pack judged in a run."""

    rules: frozenset[str]
    """Ids of the rules for which the run had a resource of their types."""
    failed: frozenset[str]
    """Those of them that refused something."""

    @property
    def items(self) -> list[str]:
        """Clause items behind the rules, in the standard's order."""
        behind = {item for rule in pack.rules() if rule.id in self.rules for item in rule.items}
        return [entry.id for entry in items() if entry.id in behind]


def judged(log: EventLog, types: frozenset[str]) -> Judged:
    """The rules of the event log that have something to say of resources of these types (tokens)."""
    passed: set[str] = set()
    failed: set[str] = set()
    for event in log.judged:
        passed.update(texts_of(event, "passed"))
        failed.update(texts_of(event, "failed"))
    concerned = {rule.id for rule in pack.rules() if not types.isdisjoint(rule.types)}
    return Judged(frozenset((passed | failed) & concerned), frozenset(failed))


def resources(outputs: Iterable[str]) -> Counter[str]:
    """Resources by module, from their type tokens."""
    return Counter(token.split(":")[1].split("/")[0] for token in outputs if token.startswith("openstack:"))


def lines(plan: RegionPlan, kinds: Counter[str], verdict: Judged) -> Iterable[str | Text]:
    """The summary, a line at a time."""
    yield ""
    yield Text(f"{plan.name} ({plan.id}) 已就绪", f"{plan.name} ({plan.id}) is up")
    for centre in plan.centres:
        here = [
            (workload, placement)
            for workload in plan.workloads
            for placement in workload.placements
            if placement.centre == centre.id
        ]
        servers = sum(len(placement.instances) for _, placement in here)
        place = f"{centre.location.cloud}/{centre.location.region}/{centre.location.zone}"
        count = Text(f"{servers:>3} 台", f"{servers:>3} servers")
        runs = (f"{work.id}(L{work.level})×{len(placement.instances)}" for work, placement in here)
        yield f"  {centre.id:<6} {centre.role:<9} {place:<22} {count}  " + ", ".join(runs)
    made = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    yield Text(f"资源: {made}", f"resources: {made}")
    yield (
        Text(
            f"已判定: {len(verdict.rules)} 条规则，{len(verdict.failed)} 未通过，"
            f"{len(verdict.items)} 个条款:",
            f"judged: {len(verdict.rules)} rules, {len(verdict.failed)} failed, "
            f"{len(verdict.items)} clause items:",
        )
    )
    yield from textwrap.wrap(", ".join(verdict.items), 100, initial_indent="  ", subsequent_indent="  ")
    yield Text(
        "下一步: pulumi stack output; make preview; make down",
        "next: pulumi stack output; make preview; make down",
    )
