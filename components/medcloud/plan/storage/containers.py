"""Object containers: versions, retention, copies in other centres (7.3.2.2-c, -e; 7.3.2.4-c; C.3-b, -e)."""

from __future__ import annotations

from medcloud.model import Region
from medcloud.model.seats import OBJECT_KINDS
from medcloud.plan.addressing import Ground
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import workload_name
from medcloud.plan.storage import ContainerPlan
from medcloud.standard.decides import decides


@decides("7.3.2.2-c", "7.3.2.2-e", "7.3.2.4-c", "C.3-b", "C.3-e")
def containers(ground: Ground, placement: Placement) -> tuple[ContainerPlan, ...]:
    """The container of a workload in one centre, for kinds that keep objects."""
    region = ground.region
    found = region.workloads[placement.workload]
    if found.kind not in OBJECT_KINDS:
        return ()
    archive = found.kind == "archive"
    years = region.storage.archive.retention_years if archive else None
    return (
        ContainerPlan(
            name=workload_name(region, placement.centre, placement.workload),
            centre=placement.centre,
            workload=placement.workload,
            versioning=True,
            retention_days=None if years is None else days(years),
            worm=archive and region.storage.archive.worm,
            replicate_to=_copy(ground, placement),
            labels=ground.labels(placement),
        ),
    )


def days(years: int) -> int:
    """Years as days, with every leap day that they may hold."""
    return -(-years * 1461 // 4)


@decides("C.3-b", "7.3.2.3-b")
def _copy(ground: Ground, placement: Placement) -> str | None:
    """The centre of the second copy (C.3-b, 7.3.2.3-b).

    Those that serve copy straight to the first that waits, so that none needs another to be there, and that
    one to the first that serves, for what is written while it stands in. Where none waits they copy in a
    ring. Never to a public centre or an edge.
    """
    placed = ground.placements_of[placement.workload]
    private = [other for other in placed if _private(ground.region, other.centre)]
    serving = [other.centre for other in private if not other.standby]
    waiting = [other.centre for other in private if other.standby]
    if placement.centre in waiting:
        return serving[0] if serving else None
    if placement.centre not in serving:
        return None
    position = serving.index(placement.centre)
    following = waiting or [*serving[position + 1 :], *serving[:position]]
    return following[0] if following else None


def _private(region: Region, centre: str) -> bool:
    return region.centres[centre].role in {"active", "recovery"}
