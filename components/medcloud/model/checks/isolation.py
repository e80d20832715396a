"""Pools of one instruction set in one centre are told apart by traits of their own (6.1.3-b, 7.1.1.4-c)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from medcloud.model.pool import Pool
from medcloud.model.region import Region
from medcloud.standard import levels
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_ALIKE = ("cores", "memory_gib", "numa_nodes", "models", "baseline")
"""What hosts have in common that two pools may share."""


@decides("6.1.3-b", "7.1.1.4-c")
def isolation(region: Region) -> Iterator[Problem]:
    """Pools on the same hosts of which one holds level 5, or which say different things of the hosts.

    Instances go to hosts that have the traits of their flavor. Hosts of two pools are apart when each pool
    asks for a trait that the other's hosts do not have; that of the instruction set is the same.
    """
    highest = max(row.level for row in levels())
    alone = {workload.pool for workload in region.workloads.values() if workload.level == highest}
    for (one, a), (other, b) in combinations(region.pools.items(), 2):
        if not _share_hosts(a, b):
            continue
        unlike = [field for field in _ALIKE if getattr(a, field) != getattr(b, field)]
        shared = {*a.centres} & {*b.centres}
        if any(a.hosts_in(centre) != b.hosts_in(centre) for centre in shared):
            unlike.insert(0, "hosts")
        held = next((pool for pool in (one, other) if pool in alone), None)
        if held is None and not unlike:
            continue
        reason = Text(f"两者的 {'、'.join(unlike)} 不同", f"they differ in {', '.join(unlike)}")
        if held:
            reason = Text(
                f"{held} 承载 {highest} 级业务，须独占主机", f"{held} holds level {highest} and is alone"
            )
        traits = [f"CUSTOM_POOL_{key.upper().replace('-', '_')}" for key in (one, other)]
        yield Problem(
            ("pools", other, "trait"),
            Text(
                f"资源池 {one} 与 {other} 在同一中心、同为 {a.isa}，调度不分主机，而{reason.zh}",
                f"pools {one} and {other} are both {a.isa} in one centre, so they share hosts; {reason.en}",
            ),
            Text(
                f"两池各写一个 trait，如 {' 与 '.join(traits)}，并把它设到各自主机的资源提供者上",
                f"write a trait in each, e.g. {' and '.join(traits)}, and set it on the resource providers "
                "of its hosts",
            ),
            "6.1.3-b" if held else "7.1.1.4-c",
        )


def _share_hosts(a: Pool, b: Pool) -> bool:
    apart = a.trait is not None and b.trait is not None and a.trait != b.trait
    return a.isa == b.isa and not apart and bool({*a.centres} & {*b.centres})
