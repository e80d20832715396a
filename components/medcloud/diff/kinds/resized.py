"""Sizes of servers and volumes: what restarts, what grows in place, what cannot be done."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.diff.change import Change, Severity
from medcloud.diff.made_anew import volume_reasons
from medcloud.diff.pair import Pair, Seat
from medcloud.plan.compute import FlavorPlan, PlacementPlan
from medcloud.plan.region import CentrePlan
from medcloud.plan.storage import VolumePlan
from medcloud.text import Text

_DATA = "data"
"""What the one volume of most servers is called."""


def changes(pair: Pair) -> Iterator[Change]:
    """What is larger or smaller, or of another type, and keeps its data."""
    for seat in pair.seats():
        yield from _servers(pair, seat)
        if not any(volume_reasons(pair, seat)):
            yield from _volumes(pair, seat)


def _servers(pair: Pair, seat: Seat) -> Iterator[Change]:
    old, new = (
        _size(centre, placed.instances[0].flavor if placed.instances else "")
        for centre, placed in zip(pair.centre(seat.centre), (seat.old, seat.new), strict=True)
    )
    if old is None or new is None or _words(old) == _words(new):
        return
    said = pair.workload(seat.workload)
    text = Text(
        f"{said} 在 {seat.where} 的服务器改变规格，须逐台重启",
        f"the servers of {said} in {seat.where} are resized and restart",
    )
    yield _of(seat, f"servers.{seat.key}", "medium", text, (_words(old), _words(new)))


def _volumes(pair: Pair, seat: Seat) -> Iterator[Change]:
    after = {v.name: v for v in seat.new.volumes}
    pairs: dict[str, list[tuple[VolumePlan, VolumePlan]]] = {}
    for volume in seat.old.volumes:
        if volume.name in after:
            pairs.setdefault(_own(seat.old, volume), []).append((volume, after[volume.name]))
    said = pair.workload(seat.workload)
    before, now = ([_own(placed, v) for v in placed.volumes] for placed in (seat.old, seat.new))
    for own in [each for each in dict.fromkeys(now) if each not in before]:
        text = Text(
            f"{said} 在 {seat.where} 的每台服务器新增数据卷 {own}",
            f"each server of {said} in {seat.where} gets a further volume, {own}",
        )
        yield Change("added", "low", f"added:volumes.{seat.key}/{own}", text, seat.about)
    for own, both in pairs.items():
        part = "" if own == _DATA else f"/{own}"
        yield from _changed(said, seat, part, both)


def _own(placed: PlacementPlan, volume: VolumePlan) -> str:
    """What a volume is called among those of its server."""
    return volume.name.removeprefix(f"{placed.name}-").partition("-")[2]


def _changed(
    said: str, seat: Seat, part: str, pairs: list[tuple[VolumePlan, VolumePlan]]
) -> Iterator[Change]:
    """One volume of all instances of a workload; `part` names it where there are several."""
    for old, new in pairs:
        if old.size_gib != new.size_gib:
            yield _grown(said, seat, part, old, new)
            break  # all of a workload have one size
    for old, new in pairs:
        if old.volume_type != new.volume_type:
            text = Text(
                f"{said} 在 {seat.where} 的数据卷换存储类型，就地迁移，数据保留；"
                "加密与否不同时，cinder 可能要求先停机卸载",
                f"the data volumes of {said} in {seat.where} are retyped in place and keep their data; where"
                " encryption differs cinder may ask for a stop and a detached volume",
            )
            yield _of(
                seat, f"volume-type.{seat.key}{part}", "medium", text, (old.volume_type, new.volume_type)
            )
            break


def _grown(said: str, seat: Seat, part: str, old: VolumePlan, new: VolumePlan) -> Change:
    before, after = f"{old.size_gib} GiB", f"{new.size_gib} GiB"
    if new.size_gib > old.size_gib:
        text = Text(
            f"{said} 在 {seat.where} 的数据卷在线扩容",
            f"the data volumes of {said} in {seat.where} grow while they are in use",
        )
        return _of(seat, f"volumes.{seat.key}{part}", "low", text, (before, after))
    text = Text(
        f"{said} 在 {seat.where} 的数据卷不能缩小，up 将在此停下；须新建业务并迁移数据",
        f"the data volumes of {said} in {seat.where} cannot shrink: up stops here; "
        "make a new workload and move the data",
    )
    return _of(seat, f"volumes.{seat.key}{part}", "high", text, (before, after))


def _of(seat: Seat, what: str, severity: Severity, text: Text, sides: tuple[str, str]) -> Change:
    item = "" if severity == "high" else "6.2.1-c"
    return Change("resized", severity, f"resized:{what}", text, seat.about, *sides, item)


def _size(centre: CentrePlan, flavor: str) -> FlavorPlan | None:
    return next((f for pool in centre.pools for f in pool.flavors if f.name == flavor), None)


def _words(flavor: FlavorPlan) -> str:
    pinned = " dedicated" if flavor.extra_specs.get("hw:cpu_policy") == "dedicated" else ""
    devices = flavor.extra_specs.get("pci_passthrough:alias", "")
    size = f"{flavor.vcpus} vCPU{pinned}, {flavor.ram_mib // 1024} GiB, {flavor.disk_gib} GiB"
    own = f", {flavor.existing}" if flavor.existing else ""
    return size + (f", {devices}" if devices else "") + own
