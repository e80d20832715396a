"""Services of core kinds and of level 3 outlive one host: they have two servers in all (7.3.2.3-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.levels import guarded, sensitive
from medcloud.model.region import Region
from medcloud.standard import number
from medcloud.standard.decides import decides
from medcloud.standard.words import CORE_KINDS
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@needs_whole("centres", "pools")
@decides("7.3.2.3-a")
def pairs(region: Region) -> Iterator[Problem]:
    """Core kinds, and guarded data of any kind, with one server in all the centres that serve.

    Levels 4 and 5 need two in each of them: that stands at the field (`LevelLimit`).
    """
    least = int(number("7.3.2.3-a", "failures_survived").value) + 1
    for key, workload in region.workloads.items():
        if sensitive(workload.level) or workload.pool not in region.pools:
            continue
        centres = region.centres_of(key)
        if not region.centres.keys() >= {*centres}:
            continue  # references() says so
        serving = [c for c in centres if region.centres[c].role != "recovery"]
        if workload.home:
            serving = [c for c in centres if c in workload.home]
        places = serving if workload.kind in CORE_KINDS else serving or centres
        servers = len(places) * workload.size.instances
        needed = guarded(workload.level) and workload.kind != "archive"  # which may wait for its host
        if places and servers < least and (workload.kind in CORE_KINDS or needed):
            yield Problem(
                ("workloads", key, "size", "instances"),
                Text(
                    f"{workload.level} 级业务 {key}（{workload.kind}）总共 {servers} 台，一台失效即中断",
                    f"level {workload.level} workload {key} ({workload.kind}) has {servers} in all centres "
                    "together: one failure ends it",
                ),
                Text(
                    f"写 {least} 或更大，或选在多个中心的资源池",
                    f"write {least} or more, or choose a pool in several centres",
                ),
                "7.3.2.3-a",
            )
