"""Centres between which data pass have what an encrypted link needs (7.2.1-b, A.1-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model import Region
from medcloud.plan.compute.placement import placements
from medcloud.plan.lock import Lock
from medcloud.plan.network.flows import flows
from medcloud.plan.network.links import lacking, pairs
from medcloud.standard.decides import decides
from medcloud.text.reading.problem import Problem


@decides("7.2.1-b", "A.1-c")
def vpn(region: Region, lock: Lock) -> Iterator[Problem]:  # every check has both
    """Centres with a peer and without a VPN service or an external network for it; each is named once."""
    said: set[str] = set()
    for one, other in pairs(region, placements(region), flows(region)):
        for local, peer in ((one, other), (other, one)):
            found = lacking(region, local, peer)
            if found is not None and local not in said:
                said.add(local)
                field, message, remedy = found
                yield Problem(("centres", local, field), message, remedy, "7.2.1-b")
