"""A workload that serves no longer is nobody's caller, callee or condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from medcloud.model.known import few
from medcloud.model.region import Region
from medcloud.model.workload import Workload
from medcloud.text import Text
from medcloud.text.reading.place import dotted
from medcloud.text.reading.problem import Loc, Problem


def retired(region: Region) -> Iterator[Problem]:
    """Retired workloads that the others still name: one finding each, however many do."""
    naming: dict[str, list[Loc]] = defaultdict(list)
    for key, workload in region.running.items():
        for loc, named in _named(key, workload):
            if named in region.workloads and region.workloads[named].retire:
                naming[named].append(loc)
    for key, places in naming.items():
        where = few(map(dotted, places))
        yield Problem(
            ("workloads", key, "retire"),
            Text(
                f"{key} 停用（retire），仍有 {len(places)} 处写着它：{where}",
                f"{key} is retired and still named {_times(len(places))}: {where}",
            ),
            Text(f"从这些地方删去 {key}，或删去 retire", f"remove {key} there, or remove retire"),
        )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _named(key: str, workload: Workload) -> Iterator[tuple[Loc, str]]:
    lists = {**workload.name_lists, ("calls",): workload.calls, ("depends_on",): workload.depends_on}
    for place, names in lists.items():
        for index, name in enumerate(names):
            yield ("workloads", key, *place, index), name
