"""Centres between which data pass have what an encrypted link needs (7.2.1-b, A.1-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model import Region
from medcloud.plan.compute.placement import placements
from medcloud.plan.lock import Lock
from medcloud.plan.network.flows import flows
from medcloud.plan.network.links import lacking, needing
from medcloud.standard.decides import decides
from medcloud.text.reading.problem import Problem


@decides("7.2.1-b", "A.1-c")
def vpn(region: Region, lock: Lock) -> Iterator[Problem]:  # every check has both
    """Centres with a peer and without a VPN service or an external network for it; each is named once."""
    said: set[str] = set()
    for local, peer in needing(region, placements(region), flows(region)):
        found = lacking(region, local, peer)
        if found is None or local in said or _said_by_way_in(region, local, found[0]):
            continue
        said.add(local)
        field, message, remedy = found
        yield Problem(("centres", local, field), message, remedy, "7.2.1-b")


def _said_by_way_in(region: Region, centre: str, field: str) -> bool:
    """Whether the model says already that the centre has no external network."""
    public = (key for key, workload in region.workloads.items() if workload.exposure == "public")
    return field == "external" and any(centre in region.offered(key) for key in public)
