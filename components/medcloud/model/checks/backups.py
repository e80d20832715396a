"""Backups that would not bring back what was lost (6.1.2-b, 6.4-a, table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.checks.placement import stays_private
from medcloud.model.duration import Duration
from medcloud.model.levels import sensitive
from medcloud.model.recovery import CLOSEST, Backup
from medcloud.model.region import Region
from medcloud.model.seats import backup_place, homes, replicated
from medcloud.model.workload import Workload
from medcloud.standard import level as row
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@decides("6.1.2-b", "6.4-a")
def rhythm(region: Region) -> Iterator[Problem]:
    """Copies closer than can be made, or gone before the next are there."""
    for key, workload in region.workloads.items():
        if (backup := workload.backup) is None:
            continue
        loc = ("workloads", key, "backup")
        if backup.every < CLOSEST:
            yield Problem(
                (*loc, "every"),
                Text(
                    f"每 {backup.every} 备份一次过密，备份替代不了复制",
                    f"a backup every {backup.every} is too close: it does not replace replication",
                ),
                Text(
                    f"写 {CLOSEST} 或更长；要少丢数据，用复制",
                    f"write {CLOSEST} or more; replicate where less may be lost",
                ),
                "6.4-a",
            )
        yield from _full(backup, loc)
        if backup.keep < backup.every + backup.full_every:
            least = Duration(backup.every + backup.full_every)
            yield Problem(
                (*loc, "keep"),
                Text(
                    f"保存 {backup.keep} 不足：下一份全量备份之前，前一份已删除",
                    f"kept for {backup.keep}, a full copy is gone before the next full one is there",
                ),
                Text(f"写 {least} 或更长", f"write {least} or more"),
                "6.1.2-b",
            )


def _full(backup: Backup, loc: Loc) -> Iterator[Problem]:
    if backup.full is None:
        return
    if backup.method == "full":
        yield Problem(
            (*loc, "full"),
            Text("method: full 每次都是全量", "with method: full each copy is a full one"),
            Text("删去 full", "remove full"),
            "6.1.2-b",
        )
    elif backup.full < backup.every:
        yield Problem(
            (*loc, "full"),
            Text(
                f"全量备份（{backup.full}）比备份（{backup.every}）还密",
                f"full copies (every {backup.full}) are more frequent than copies (every {backup.every})",
            ),
            Text(
                f"写 {backup.every} 或更长，或写 method: full",
                f"write {backup.every} or more, or method: full",
            ),
            "6.1.2-b",
        )


@needs_whole("centres", "pools")
@decides("C.2-a", "C.2-b", "C.2-c", "C.2-d")
def often_enough(region: Region) -> Iterator[Problem]:
    """Backups further apart than the RPO, of data that nothing else brings back (table C.1).

    Where the RPO is shorter than backups can be apart, `medcloud plan` advises replication instead.
    """
    for key, workload in region.workloads.items():
        backup, rpo = workload.backup, workload.rpo_seconds
        if backup is None or rpo is None or backup.every <= rpo or rpo < CLOSEST:
            continue
        if not _placed(region, workload) or replicated(region, key):
            continue
        yield Problem(
            ("workloads", key, "backup", "every"),
            Text(
                f"每 {backup.every} 备份一次，而 RPO 为 {Duration(rpo)}，且没有复制",
                f"a backup every {backup.every}, where the RPO is {Duration(rpo)} and nothing is replicated",
            ),
            Text(f"写 {Duration(rpo)} 或更短", f"write {Duration(rpo)} or less"),
            row(workload.level).item,
        )


@needs_whole("centres", "pools", "sites")
@decides("6.4-a", "A.5-b", "A.1-b")
def elsewhere(region: Region) -> Iterator[Problem]:
    """Backups beside their originals, or in a public place where their data may not be."""
    for key, workload in region.workloads.items():
        if workload.backup is None or not _placed(region, workload):
            continue
        loc = ("workloads", key, "backup", *(("place",) if workload.backup.place else ()))
        place = backup_place(region, key)
        if place is None:
            yield Problem(
                loc,
                Text("没有别处的中心可存放备份", "no centre elsewhere can keep the backups"),
                Text("写 place: 另一场地的中心", "write place: a centre at another site"),
                "6.4-a",
            )
        elif place in region.centres and region.centres[place].site in region.sites:
            yield from _place(region, key, loc, place)


def _place(region: Region, key: str, loc: Loc, place: str) -> Iterator[Problem]:
    level, there = region.workloads[key].level, region.centres[place]
    if stays_private(region, level) and there.role in ("public", "edge"):
        yield Problem(
            loc,
            Text(
                f"{level} 级数据的备份不得放在 {there.role} 中心 {place}",
                f"backups of level {level} data must not be in {there.role} centre {place}",
            ),
            Text("写 active 或 recovery 中心", "write an active or recovery centre"),
            "A.1-b",
        )
        return
    serving = [region.centres[c].site for c in homes(region, key)]
    cities = {region.sites[site].city for site in serving}
    city = region.sites[there.site].city
    if there.role == "recovery" and city in _active_cities(region):
        return  # for `centres`: no backup can be right before it is
    if sensitive(level) and city in cities:
        yield Problem(
            loc,
            Text(
                f"{level} 级业务 {key} 的备份与运行中心同城，失去该城市即全部丢失",
                f"backups of level {level} workload {key} are in the city that it is at home in: "
                "what ends the city ends both",
            ),
            Text("写另一城市的中心", "write a centre in another city"),
            "A.5-b",
        )
    elif there.site in serving and len({*serving}) == 1:
        yield Problem(
            loc,
            Text(f"备份与 {key} 的数据同在一处", f"the backups are at the one site of {key}'s data"),
            Text("写另一场地的中心", "write a centre at another site"),
            "6.4-a",
        )


def _active_cities(region: Region) -> set[str]:
    sites = (centre.site for centre in region.centres.values() if centre.role == "active")
    return {region.sites[site].city for site in sites if site in region.sites}


def _placed(region: Region, workload: Workload) -> bool:
    """Whether its pool and all that it names are there; others say so where not."""
    if workload.pool not in region.pools:
        return False
    offered = region.pools[workload.pool].centres
    named = {*offered, *workload.centres, *workload.home, *workload.standby}
    return named <= {*region.centres} and all(region.centres[c].site in region.sites for c in named)
