"""DNS records: a workload's name leads to where it is served now; standby copies have none until failover."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model import Region
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
    for workload in ground.region.running:
        placed = ground.placements_of[workload]
        serving = [placement for placement in placed if not placement.standby] or placed
        if not ground.region.workloads[workload].local:
            found += _records(ground, workload, serving)
            continue
        for placement in placed:
            found += _records(ground, workload, [placement], f".{placement.centre}")
    return tuple(found)


def named_in(region: Region) -> tuple[str, ...]:
    """Centres in whose clouds the names are kept, each cloud once, the first active centre's first."""
    first = next((id_ for id_, centre in region.centres.items() if centre.role == "active"), None)
    kept = [id_ for id_, centre in region.centres.items() if centre.dns or id_ == first]
    clouds: dict[tuple[str, str], str] = {}
    for id_ in sorted(kept, key=lambda id_: id_ != first):
        clouds.setdefault((region.centres[id_].cloud, region.centres[id_].region), id_)
    return tuple(clouds.values())


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
