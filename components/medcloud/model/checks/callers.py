"""Who may call whom, and what starts after what."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from medcloud.model.callers import OUTSIDE
from medcloud.model.levels import may_be_exposed
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_MOST_RINGS = 20


@decides("6.5-b")
def callers(region: Region) -> Iterator[Problem]:
    """Workloads that call themselves, stand for the outside, or are called from it without being exposed."""
    for key, workload in region.workloads.items():
        loc = ("workloads", key)
        if key in OUTSIDE:
            yield Problem(
                loc,
                Text(
                    f"{key} 指区域之外，不能作业务标识",
                    f"{key} means the outside, so no workload can have this id",
                ),
                Text("换一个标识符", "choose another identifier"),
            )
        for place, named in workload.caller_lists.items():
            for index, caller in enumerate(named):
                yield from _caller(region, key, (*loc, *place, index), caller)


def _caller(region: Region, key: str, loc: Loc, caller: str) -> Iterator[Problem]:
    if caller == key:
        yield Problem(
            loc,
            Text(f"{key} 的成员互访不在 callers 中声明", f"{key} calls itself: its members are no callers"),
            Text(
                f"从 callers 删去 {key}；成员须互访时在端口写 members: centre 或 region",
                f"remove {key} from callers; where its members reach each other, write members: centre or"
                " region at that port",
            ),
        )
    if caller == "internet" and region.workloads[key].exposure != "public":
        yield Problem(
            loc,
            Text(
                f"{key} 未对外开放，却允许 internet 调用",
                f"{key} is not exposed, yet internet may call it",
            ),
            Text(
                "写 exposure: public，或从 callers 删去 internet",
                "write exposure: public, or remove internet from callers",
            )
            if may_be_exposed(region.workloads[key].level)
            else Text("从 callers 删去 internet", "remove internet from callers"),
            "6.5-b",
        )


def rings(region: Region) -> Iterator[Problem]:
    """Dependencies that come back to where they began; each ring is named once."""
    graph = {
        key: list(dict.fromkeys(d for d in w.depends_on if d in region.workloads))
        for key, w in region.workloads.items()
    }
    for _ in range(_MOST_RINGS):
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            ring: list[str] = error.args[1][::-1]  # graphlib goes from what is needed to who needs it
        else:
            return
        graph[ring[0]].remove(ring[1])
        way = " → ".join(ring)
        index = region.workloads[ring[0]].depends_on.index(ring[1])
        yield Problem(
            ("workloads", ring[0], "depends_on", index),
            Text(f"依赖成环：{way}", f"dependencies go round: {way}"),
            Text("删去其中一个依赖", "remove one of these dependencies"),
        )
