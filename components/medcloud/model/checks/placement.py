"""Where data of a level may be: if sensitive never in public or at the edge, and always in three centres."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.levels import sensitive
from medcloud.model.region import Region
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_STRICT_LEVEL = 3  # of the reading private_from_level_3


@decides("A.1-b")
def location(region: Region) -> Iterator[Problem]:
    """Sensitive workloads in a public cloud, at the edge or open to the outside (A.1-b)."""
    said: set[tuple[str, str]] = set()
    for key, workload in region.workloads.items():
        if not stays_private(region, workload.level):
            continue
        if workload.exposure == "public":
            yield Problem(
                ("workloads", key, "exposure"),
                Text(
                    f"{workload.level} 级数据的业务 {key} 不得对外开放",
                    f"workload {key} has level {workload.level} data and must not be exposed",
                ),
                Text(
                    "写 exposure: internal，对外部分另设业务",
                    "write exposure: internal; make what faces the public a workload of its own",
                ),
                "A.1-b",
            )
        for name, role in _outside(region, workload.pool):
            if (workload.pool, name) in said:
                continue  # the pool is at fault, which is said at the first of its workloads
            said.add((workload.pool, name))
            yield Problem(
                ("workloads", key, "pool"),
                Text(
                    f"{workload.level} 级数据不得放在 {role} 中心 {name}",
                    f"level {workload.level} data must not be in {role} centre {name}",
                ),
                Text(
                    "选只在私有中心（active、recovery）的资源池",
                    "choose a pool that is in active and recovery centres only",
                ),
                "A.1-b",
            )


@needs_whole("centres", "pools")
@decides("A.5-b")
def protection(region: Region) -> Iterator[Problem]:
    """Sensitive workloads that do not run in two active centres and a recovery centre (A.5-b)."""
    least = number("A.5-b", "active_centres")
    said: set[str] = set()
    every = "three_centres_for_every_level" in region.interpretation
    for key, workload in region.workloads.items():
        if not (every or sensitive(workload.level)) or workload.pool not in region.pools:
            continue
        if workload.home or workload.standby:
            continue  # which recovered() judges
        centres = region.pools[workload.pool].centres
        if workload.pool in said or not region.centres.keys() >= {*centres}:
            continue  # said at another workload of the pool, or by references()
        roles = Counter(region.centres[c].role for c in centres)
        if least.allows(roles["active"]) and roles["recovery"]:
            continue
        if not roles["active"] and not roles["recovery"]:
            continue  # wholly outside, which location() has said
        said.add(workload.pool)
        yield Problem(
            ("workloads", key, "pool"),
            Text(
                f"{workload.level} 级业务 {key} 的资源池 {workload.pool} 不含两个双活中心与一个灾备中心",
                f"pool {workload.pool} of level {workload.level} workload {key} "
                "is not in two active centres and a recovery centre",
            ),
            Text(
                f"选跨三中心的资源池，或扩充 pools.{workload.pool}.centres",
                f"choose a pool in all three, or extend pools.{workload.pool}.centres",
            ),
            "A.5-b",
        )


def stays_private(region: Region, data_level: int) -> bool:
    """Whether data of a level stays out of public places; the stricter reading begins one level earlier."""
    strict = "private_from_level_3" in region.interpretation
    return sensitive(data_level) or (strict and data_level >= _STRICT_LEVEL)


def _outside(region: Region, pool: str) -> Iterator[tuple[str, str]]:
    """The public and edge centres of a pool, with their roles."""
    for key in region.pools[pool].centres if pool in region.pools else ():
        if key in region.centres and region.centres[key].role in ("public", "edge"):
            yield key, region.centres[key].role
