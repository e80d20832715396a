"""Operating systems that instances boot, with where the file says so."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.standard.words import Isa
from medcloud.text.reading.problem import Loc


def systems(region: Region) -> Iterator[tuple[Loc, str, Isa]]:
    """Place, system and instruction set of each pool, and of each workload with a system of its own."""
    for key, pool in region.pools.items():
        yield ("pools", key), pool.os, pool.isa
    for key, workload in region.workloads.items():
        if workload.os and workload.pool in region.pools:
            yield ("workloads", key), workload.os, region.pools[workload.pool].isa
