"""What a person wants to know when a region is up: what runs where, which clauses were judged, what next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from medcloud.plan.shapes import RegionPlan


def judged(event_log: Path) -> Counter[str]:
    """Policies that the engine ran, by their outcome, read from its event log."""
    outcome: Counter[str] = Counter()
    for line in event_log.read_text(encoding="utf-8").splitlines():
        event: Mapping[str, Any] = json.loads(line)
        for key in ("policyAnalyzeSummaryEvent", "policyAnalyzeStackSummaryEvent"):
            body = event.get(key, {})
            outcome.update({"passed": len(body.get("passed", [])), "failed": len(body.get("failed", []))})
        if "policyEvent" in event:
            outcome["violations"] += 1
    return outcome


def resources(outputs: Iterable[str]) -> Counter[str]:
    """Resources by module, from their type tokens."""
    return Counter(token.split(":")[1].split("/")[0] for token in outputs if token.startswith("openstack:"))


def lines(plan: RegionPlan, kinds: Counter[str], verdicts: Counter[str]) -> Iterable[str]:
    """The summary, a line at a time."""
    yield ""
    yield f"{plan.name} ({plan.id}) 已就绪 / is up"
    for centre in plan.centres:
        here = [
            (workload, placement)
            for workload in plan.workloads
            for placement in workload.placements
            if placement.centre == centre.id
        ]
        servers = sum(len(placement.instances) for _, placement in here)
        place = f"{centre.location.cloud}/{centre.location.region}/{centre.location.zone}"
        yield f"  {centre.id:<6} {centre.role:<9} {place:<22} {servers:>3} servers  " + ", ".join(
            f"{workload.id}(L{workload.level})×{len(placement.instances)}" for workload, placement in here
        )
    yield "资源 / resources: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    yield (
        "策略判定 / policy judgements: "
        f"passed {verdicts['passed']}, failed {verdicts['failed']}, reported {verdicts['violations']}"
    )
    yield "下一步 / next: pulumi stack output; make preview; make down"
