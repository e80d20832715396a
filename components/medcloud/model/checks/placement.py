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
        for name, role in _outside(region, key):
            if (workload.pool, name) in said and not workload.centres:
                continue  # the pool is at fault, which is said at the first of its workloads
            said.add((workload.pool, name))
            yield Problem(
                ("workloads", key, "centres" if workload.centres else "pool"),
                Text(
                    f"{workload.level} 级数据不得放在 {role} 中心 {name}",
                    f"level {workload.level} data must not be in {role} centre {name}",
                ),
                Text(
                    "选只在私有中心（active、recovery）的资源池，或在 centres 只写这样的中心",
                    "choose a pool in active and recovery centres only, or write only such under centres",
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
        centres, own = region.offered(key), bool(workload.centres)
        if (workload.pool in said and not own) or not region.centres.keys() >= {*centres, *workload.centres}:
            continue  # said at another workload of the pool, or by references()
        if not {*workload.centres} <= {*centres}:
            continue  # which named() says
        roles = Counter(region.centres[c].role for c in centres)
        if least.allows(roles["active"]) and roles["recovery"]:
            continue
        if not roles["active"] and not roles["recovery"]:
            continue  # wholly outside, which location() has said
        if not own:
            said.add(workload.pool)
        what = (
            ("centres", "its centres are") if own else (f"资源池 {workload.pool}", f"pool {workload.pool} is")
        )
        where = "centres" if own else f"pools.{workload.pool}.centres"
        yield Problem(
            ("workloads", key, "centres" if own else "pool"),
            Text(
                f"{workload.level} 级业务 {key} 的{what[0]}不含两个双活中心与一个灾备中心",
                f"level {workload.level} workload {key}: {what[1]} not two active centres "
                "and a recovery centre",
            ),
            Text(
                f"选跨三中心的资源池，或扩充 {where}",
                f"choose a pool in all three, or extend {where}",
            ),
            "A.5-b",
        )


def stays_private(region: Region, data_level: int) -> bool:
    """Whether data of a level stays out of public places; the stricter reading begins one level earlier."""
    strict = "private_from_level_3" in region.interpretation
    return sensitive(data_level) or (strict and data_level >= _STRICT_LEVEL)


def _outside(region: Region, workload: str) -> Iterator[tuple[str, str]]:
    """The public and edge centres that a workload may be in, with their roles."""
    for key in region.offered(workload) if region.workloads[workload].pool in region.pools else ():
        if key in region.centres and region.centres[key].role in ("public", "edge"):
            yield key, region.centres[key].role
