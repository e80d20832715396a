"""Active centres stand at sites of their own in one city, for the region and for each pool (7.3.2.4-a)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.levels import sensitive
from medcloud.model.region import Region
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@needs_whole("centres", "sites")
@decides("7.3.2.4-a")
def active_sites(region: Region) -> Iterator[Problem]:
    """Active centres of one city that are all at one site: what ends one ends the other."""
    active = _active(region, region.centres)
    if any(region.centres[key].site not in region.sites for key in active):
        return  # references() says so
    cities = _sites(region, active)
    if _most(cities.values()) >= _least() or max(map(len, _by_city(region, active)), default=0) < _least():
        return  # or they are too few in a city, which centres() says
    yield Problem(
        ("centres", active[-1], "site"),
        Text(
            f"双活中心 {'、'.join(active)} 在同一场地",
            f"active centres {', '.join(active)} are at one site",
        ),
        Text(
            "写同城另一场地的 site；没有则在 sites 加一个",
            "write another site in the same city; add one to sites if there is none",
        ),
        "7.3.2.4-a",
    )


@needs_whole("centres", "sites", "pools")
@decides("7.3.2.4-a")
def pool_sites(region: Region) -> Iterator[Problem]:
    """Pools of sensitive workloads whose active centres are not at two sites of one city."""
    if _most(_sites(region, _active(region, region.centres)).values()) < _least():
        return  # no pool can be right
    for loc, key, centres in _of_sensitive(region):
        if not region.centres.keys() >= {*centres}:
            continue  # references() says so
        active = _active(region, centres)
        if len(active) < _least() or _most(_sites(region, active).values()) >= _least():
            continue  # too few: protection() says so
        yield Problem(
            loc,
            Text(
                f"资源池 {key} 承载 4、5 级业务，其双活中心 {'、'.join(active)} 不在同城的两个场地",
                f"pool {key} carries data of levels 4 and 5, and its active centres {', '.join(active)} "
                "are not at two sites of one city",
            ),
            Text(
                "写同城两个场地的 active 中心，另加 recovery 中心",
                "write active centres at two sites of one city, and a recovery centre",
            ),
            "7.3.2.4-a",
        )


def _of_sensitive(region: Region) -> Iterator[tuple[Loc, str, tuple[str, ...]]]:
    """Centres of pools of sensitive workloads, and of those workloads that name some of them."""
    asking = {
        key: w for key, w in region.workloads.items() if sensitive(w.level) and not (w.home or w.standby)
    }
    for pool in dict.fromkeys(w.pool for w in asking.values() if not w.centres and w.pool in region.pools):
        yield ("pools", pool, "centres"), pool, region.pools[pool].centres
    for key, workload in asking.items():
        if workload.centres and workload.pool in region.pools:
            yield ("workloads", key, "centres"), workload.pool, region.offered(key)


def _least() -> int:
    return int(number("7.3.2.4-a", "same_city_centres").value)


def _active(region: Region, centres: Iterable[str]) -> list[str]:
    return [key for key in centres if key in region.centres and region.centres[key].role == "active"]


def _sites(region: Region, centres: Iterable[str]) -> dict[str, set[str]]:
    """City to the sites of these centres in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in centres:
        site = region.centres[key].site
        if site in region.sites:
            found[region.sites[site].city].add(site)
    return found


def _by_city(region: Region, centres: Iterable[str]) -> Iterable[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key in centres:
        site = region.centres[key].site
        if site in region.sites:
            found[region.sites[site].city].append(key)
    return found.values()


def _most(sites: Iterable[set[str]]) -> int:
    return max(map(len, sites), default=0)
