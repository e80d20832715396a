"""A workload says what data volumes it has, each once, on tiers for its kind (7.3.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.kinds import KINDS
from medcloud.model.region import Region
from medcloud.model.volume import DATA
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def said(region: Region) -> Iterator[Problem]:
    """Workloads of which it is not said whether they have data volumes, or twice how large one is."""
    for key, workload in region.workloads.items():
        if workload.size.data_gib is None and workload.volumes is None:
            yield Problem(
                ("workloads", key, "size"),
                Text("未写数据卷", "nothing is said of data volumes"),
                Text(
                    "添加 data_gib: 整数（GiB）；没有数据卷则在业务写 volumes: {}",
                    "add data_gib: a whole number (GiB); where there are none write volumes: {} beside size",
                ),
            )
        elif workload.size.data_gib is not None and DATA in (workload.volumes or {}):
            yield Problem(
                ("workloads", key, "volumes", DATA),
                Text("数据卷 data 的大小已写在 size.data_gib", "size.data_gib says the size of volume data"),
                Text("只写其一，或给此卷另起名", "write one of the two, or call this volume otherwise"),
                of_key=True,
            )


@decides("7.3.2.2-a", "7.3.2.2-b", "7.3.2.2-c", "7.3.2.2-d", "7.3.2.2-e")
def of_kind(region: Region) -> Iterator[Problem]:
    """Volumes on a tier of their own that the clause does not give the workload's kind."""
    for key, workload in region.workloads.items():
        kind = KINDS[workload.kind]
        for name, volume in (workload.volumes or {}).items():
            if volume.tier is not None and volume.tier not in kind.tiers:
                yield Problem(
                    ("workloads", key, "volumes", name, "tier"),
                    Text(
                        f"{kind.zh}（{workload.kind}）的卷不宜用 {volume.tier} 存储层",
                        f"volumes of {workload.kind} ({kind.en}) do not belong on tier {volume.tier}",
                    ),
                    Text(
                        f"写 {' 或 '.join(kind.tiers)}，或删去此行",
                        f"write {' or '.join(kind.tiers)}, or leave the line out",
                    ),
                    kind.item,
                )
