"""Homes and standbys that a workload names: of its pool, apart, and by A.5-b and 7.3.2.4-a."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.levels import sensitive
from medcloud.model.region import Region
from medcloud.model.seats import homes, standbys
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@needs_whole("centres", "pools")
def named(region: Region) -> Iterator[Problem]:
    """Centres that are not of the workload's pool, that are both, or that leave it no home."""
    for key, workload in region.workloads.items():
        if workload.pool not in region.pools:
            continue
        offered, pool = region.offered(key), region.pools[workload.pool].centres
        for field in ("centres", "home", "standby"):
            for index, centre in enumerate(getattr(workload, field)):
                if centre in region.centres and centre not in pool:
                    yield _elsewhere(("workloads", key, field, index), centre, workload.pool, pool)
                elif centre in region.centres and centre not in offered:
                    yield Problem(
                        ("workloads", key, field, index),
                        Text(f"centres 中没有 {centre}，业务不在那里", f"{centre} is not among its centres"),
                        Text(
                            f"写 {'、'.join(offered)} 之一，或把 {centre} 加入 centres",
                            f"write one of {', '.join(offered)}, or add {centre} to centres",
                        ),
                    )
        both = [index for index, centre in enumerate(workload.standby) if centre in workload.home]
        for index in both:
            yield Problem(
                ("workloads", key, "standby", index),
                Text(
                    f"{workload.standby[index]} 既是 home 又是 standby",
                    f"{workload.standby[index]} is both home and standby",
                ),
                Text("只写在其中一处", "write it in one of the two"),
            )
        if not workload.home and {*offered} <= {*workload.standby}:
            yield Problem(
                ("workloads", key, "standby"),
                Text(
                    "所在的中心都在 standby，无处运行",
                    "every centre of its pool, or of its own, is on standby: none serves",
                ),
                Text("删去其中运行业务的中心", "remove the centre that serves"),
            )


def _elsewhere(loc: Loc, centre: str, pool: str, offered: tuple[str, ...]) -> Problem:
    return Problem(
        loc,
        Text(f"资源池 {pool} 不在中心 {centre}", f"pool {pool} is not in centre {centre}"),
        Text(
            f"写 {'、'.join(offered)} 之一，或把 {centre} 加入 pools.{pool}.centres",
            f"write one of {', '.join(offered)}, or add {centre} to pools.{pool}.centres",
        ),
    )


@needs_whole("centres", "pools", "sites")
@decides("A.5-b", "7.3.2.4-a")
def recovered(region: Region) -> Iterator[Problem]:
    """Sensitive workloads whose homes are not at two sites of one city, with a standby in another city."""
    every = "three_centres_for_every_level" in region.interpretation
    least = number("7.3.2.4-a", "same_city_centres")
    for key, workload in region.workloads.items():
        if not names_seats(region, key) or not (every or sensitive(workload.level)):
            continue
        sites: dict[str, set[str]] = defaultdict(set)
        for centre in homes(region, key):
            site = region.centres[centre].site
            sites[region.sites[site].city].add(site)
        at_most = max(map(len, sites.values()))
        if not least.allows(at_most):
            yield Problem(
                ("workloads", key, "home" if workload.home else "standby"),
                Text(
                    f"{workload.level} 级业务 {key} 的运行中心不在同城的两个场地",
                    f"level {workload.level} workload {key} is not at home at two sites of one city",
                ),
                Text("在 home 写同城两个场地的中心", "name centres at two sites of one city under home"),
                "7.3.2.4-a",
            )
        waiting = {region.sites[region.centres[c].site].city for c in standbys(region, key)}
        if not waiting - {*sites}:
            yield Problem(
                ("workloads", key, "standby" if workload.standby else "home"),
                Text(
                    f"{workload.level} 级业务 {key} 在另一城市没有灾备中心",
                    f"level {workload.level} workload {key} has no standby in another city",
                ),
                Text("在 standby 写另一城市的中心", "name a centre in another city under standby"),
                "A.5-b",
            )


def names_seats(region: Region, workload: str) -> bool:
    """Whether a workload names homes or standbys, all of which are there and in its pool."""
    found = region.workloads[workload]
    if not (found.home or found.standby) or found.pool not in region.pools:
        return False
    offered = region.offered(workload)
    whole = {*offered} <= {*region.centres} and {*found.home, *found.standby} <= {*offered}
    return (
        whole
        and all(region.centres[c].site in region.sites for c in offered)
        and bool(homes(region, workload))
        and not {*found.home} & {*found.standby}
    )
