"""A local workload meets its callers in its own centres."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def local(region: Region) -> Iterator[Problem]:
    """Callers by name that stand in no centre of a local workload: they would reach nothing."""
    for key, workload in region.workloads.items():
        if not workload.local or workload.pool not in region.pools:
            continue
        here = {*region.centres_of(key)}
        for place, names in workload.caller_lists.items():
            for index, name in enumerate(names):
                caller = region.workloads.get(name)
                if caller is None or caller.pool not in region.pools or here & {*region.centres_of(name)}:
                    continue
                yield Problem(
                    ("workloads", key, *place, index),
                    Text(
                        f"{key} 只在本中心可访问，而 {name} 不在它的任何中心",
                        f"{key} is local, and {name} is in none of its centres",
                    ),
                    Text(f"删去 {name}，或删去 local", f"remove {name}, or remove local"),
                )
