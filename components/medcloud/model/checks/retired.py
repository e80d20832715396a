"""A workload that serves no longer is nobody's caller, callee or condition."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.model.workload import Workload
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


def retired(region: Region) -> Iterator[Problem]:
    """Names of retired workloads that the others still write."""
    for key, workload in region.running.items():
        for loc, named in _named(key, workload):
            if named in region.workloads and region.workloads[named].retire:
                yield Problem(
                    loc,
                    Text(f"{named} 已停用（retire）", f"{named} is retired"),
                    Text(f"删去 {named}，或删去 {named} 的 retire", f"remove {named} here, or its retire"),
                )


def _named(key: str, workload: Workload) -> Iterator[tuple[Loc, str]]:
    lists = {**workload.name_lists, ("calls",): workload.calls, ("depends_on",): workload.depends_on}
    for place, names in lists.items():
        for index, name in enumerate(names):
            yield ("workloads", key, *place, index), name
