"""Where workloads need more than the hosts of their pool have in a centre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from medcloud.model.hosts import Hosts
from medcloud.model.pool import Pool
from medcloud.model.region import Region
from medcloud.model.seats import seated
from medcloud.model.workload import Workload
from medcloud.text import Text
from medcloud.text.reading.problem import Loc


class Short(NamedTuple):
    """A pool in a centre that has too little of something."""

    pool: str
    centre: str
    need: int
    have: int
    place: Loc
    """Where its hosts are counted."""
    remedy: Text


def short(
    region: Region, of_instance: Callable[[Workload], int], of_host: Callable[[Hosts], int]
) -> Iterator[Short]:
    """Pools with too little in a centre; where the hosts are as many everywhere, in the worst one alone."""
    need: Counter[tuple[str, str]] = Counter()
    for key, workload in region.running.items():
        for centre, count in seated(region, key).items() if workload.pool in region.pools else ():
            need[workload.pool, centre] += count * of_instance(workload)
    for key, pool in region.pools.items():
        found = []
        for centre in dict.fromkeys(pool.centres):
            hosts = pool.standing(centre)
            have = sum(h.count * of_host(h) for h in hosts)
            lacks = need[key, centre] - have
            if hosts and lacks > 0:
                more = -(-lacks // of_host(pool.own(centre)))
                place, remedy = _hosts(key, pool, centre, more)
                found.append(Short(key, centre, need[key, centre], have, place, remedy))
        yield from found if pool.differs else sorted(found, key=lambda each: -each.need)[:1]


def _hosts(key: str, pool: Pool, centre: str, more: int) -> tuple[Loc, Text]:
    """Where a pool's own hosts in a centre are counted, and that there have to be more."""
    loc: Loc = ("pools", key, "hosts")
    wanted = f"{pool.own(centre).count + more}"
    if not isinstance(pool.hosts, int):
        loc, wanted = ((*loc, centre), wanted) if centre in pool.hosts else (loc, f"{centre}: {wanted}")
    return loc, Text(
        f"写 {wanted} 或更多，或把业务移到别的资源池",
        f"write {wanted} or more, or move workloads to another pool",
    )
