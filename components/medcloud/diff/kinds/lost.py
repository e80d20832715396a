"""Data that go: volumes and object containers that the next up destroys, or makes anew and empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from medcloud.diff.change import Change, Severity
from medcloud.diff.made_anew import storage_reasons, volume_reasons
from medcloud.diff.pair import Pair, joined, match
from medcloud.plan.compute import PlacementPlan, WorkloadPlan
from medcloud.plan.storage import ContainerPlan, VolumePlan
from medcloud.text import Text

_CRITICAL_FROM = 3


@dataclass(frozen=True)
class _Loss:
    """What goes of a workload in a centre, and why."""

    old: PlacementPlan
    why: Text
    volumes: tuple[VolumePlan, ...] = ()
    containers: tuple[ContainerPlan, ...] = ()
    part: str = ""
    """What alone goes; empty when all of it does."""


def changes(pair: Pair) -> Iterator[Change]:
    """One change for all data of a workload in a centre, or one for each volume of a server that goes."""
    for before, after in pair.workloads:
        if before is None:
            continue
        placed = after.placements if after else ()
        for old, new in match(before.placements, placed, lambda p: p.centre):
            if old is not None:
                for loss in _losses(pair, before.id, old, new):
                    if loss.volumes or loss.containers:
                        yield _change(pair, before, placed, loss)


def _losses(pair: Pair, id_: str, old: PlacementPlan, new: PlacementPlan | None) -> Iterator[_Loss]:
    if new is None:
        yield _Loss(old, _gone(pair, id_, old), old.volumes, old.containers)
        return
    seat = pair.seat(id_, old, new)
    if reasons := list(volume_reasons(pair, seat)):
        containers = old.containers if any(storage_reasons(pair, seat)) else ()
        yield _Loss(old, joined(reasons), old.volumes, containers)
        return
    kept = {v.name for v in new.volumes}
    for volume in old.volumes:
        if volume.name not in kept:
            why = Text("其服务器或该卷被移除", "its server, or the volume itself, is removed")
            yield _Loss(old, why, (volume,), part=f"/{volume.name}")
    held = {c.name for c in new.containers}
    for container in old.containers:
        if container.name not in held:
            why = Text("该类业务不保存对象", "a workload of its kind keeps no objects")
            yield _Loss(old, why, (), (container,), f"/{container.name}")


def _gone(pair: Pair, id_: str, old: PlacementPlan) -> Text:
    if all(workload.id != id_ for workload in pair.new.workloads):
        said = pair.workload(id_)
        return Text(f"业务 {said} 被移除", f"workload {said} is removed")
    where = pair.place(old.centre)
    if all(centre.id != old.centre for centre in pair.new.centres):
        return Text(f"中心 {where} 被移除", f"centre {where} is removed")
    return Text(f"不再部署于 {where}", f"it is placed in {where} no longer")


def _change(pair: Pair, before: WorkloadPlan, after: tuple[PlacementPlan, ...], loss: _Loss) -> Change:
    """``before`` of it names what goes, ``after`` the centres in which the workload stays as it was."""
    said, centre, what = pair.workload(before.id), loss.old.centre, data_of(loss.volumes, loss.containers)
    where = pair.place(centre)
    text = Text(
        f"{said} 在 {where} 的数据将被销毁：{what.zh}（{loss.why.zh}）",
        f"data of {said} in {where} are destroyed: {what.en} ({loss.why.en})",
    )
    about = replace(pair.about(before.id, centre), tenant=before.tenant)
    severity: Severity = "critical" if about.level >= _CRITICAL_FROM or loss.containers else "high"
    named = ", ".join((*(v.name for v in loss.volumes), *(c.name for c in loss.containers)))
    stays = {placed.centre for placed in after} - {centre}
    elsewhere = ", ".join(p.centre for p in before.placements if p.centre in stays)
    id_ = f"lost:{before.id}@{centre}{loss.part}"
    return Change("lost", severity, id_, text, about, named, elsewhere, "7.3.2.4-a")


def data_of(volumes: Sequence[VolumePlan], containers: Sequence[ContainerPlan]) -> Text:
    """Volumes with their sizes, and object containers with how long they are to be kept."""
    count, size = len(volumes), sum(volume.size_gib for volume in volumes)
    parts = []
    if count:
        parts.append(Text(f"{count} 个数据卷共 {size} GiB", f"{count} volume{'s' * (count > 1)}, {size} GiB"))
    for container in containers:
        days = container.retention_days
        kept = Text(f"，须保存 {days} 天", f", to be kept {days} days") if days else Text("", "")
        parts.append(
            Text(f"对象容器 {container.name}{kept.zh}", f"object container {container.name}{kept.en}")
        )
    return joined(parts)
