"""DNS records: a workload's name leads to where it is served now; standby copies have none until failover."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.plan.addressing import Ground
from medcloud.plan.births import birth
from medcloud.plan.compute.placement import Placement
from medcloud.plan.network import RecordPlan, RecordType
from medcloud.standard.decides import decides

_SHORT, _LONG = 60, 300


@decides("B.1-c")
def records(ground: Ground) -> tuple[RecordPlan, ...]:
    """A and AAAA record sets in file order (B.1-c); a local workload has a name in each centre."""
    found: list[RecordPlan] = []
    for workload, placed in ground.placements_of.items():
        serving = [placement for placement in placed if not placement.standby] or placed
        if not ground.region.workloads[workload].local:
            found += _records(ground, workload, serving)
            continue
        for placement in placed:
            found += _records(ground, workload, [placement], f".{placement.centre}")
    return tuple(found)


def _records(
    ground: Ground, workload: str, serving: list[Placement], below: str = ""
) -> Iterator[RecordPlan]:
    zone = f"{ground.region.region.domain}."
    fronts = [ground.front(placement) for placement in serving]
    rto = ground.region.workloads[workload].rto_seconds
    # Who must be back within five minutes (C.2-a, -b) cannot wait for a long record to age.
    ttl = _LONG if rto is None or rto > _LONG else _SHORT
    families: tuple[tuple[RecordType, tuple[str, ...]], ...] = (
        ("A", tuple(v for front in fronts for v in front.v4)),
        ("AAAA", tuple(v for front in fronts for v in front.v6)),
    )
    for type_, values in families:
        for name in dict.fromkeys((birth(ground.region, "workloads", workload), workload)):
            # Who knows a renamed workload by its old name finds it still.
            if values:
                yield RecordPlan(f"{name}{below}.{zone}", type_, values, ttl, workload)
