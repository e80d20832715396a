"""``region.waivers.yaml``: the signed waivers beside a region file, for what it cannot meet yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medcloud.model import Region, RegionRefused
from medcloud.model.reading import Draft, draft
from medcloud.plan.protection import WaivedPlan
from medcloud.region_files.paths import region_path
from medcloud.standard.today import today
from medcloud.text import Finding, Refusal, Text
from medcloud.text.reading.problem import Problem

if TYPE_CHECKING:
    from medcloud.waivers import Waiver


@dataclass(frozen=True)
class Beside:
    """The waivers beside a region file, and what is wrong with them: then none is in force."""

    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Finding, ...] = ()


def waivers_path(region_file: str | Path) -> Path:
    """``region.yaml`` to ``region.waivers.yaml`` beside it; the environments of a file have one together."""
    path = region_path(region_file)
    return path.parent / f"{path.stem}.waivers.yaml"


def trust_path(region_file: str | Path) -> Path:
    """The folder that says who may sign them: ``evidence/trust`` beside the region file."""
    return Path(region_file).parent / "evidence" / "trust"


def waivers_then(text: bytes, name: str, day: date) -> tuple[Waiver, ...]:
    """The waivers that a file had on a day, for comparing: who signed them was asked when they came in."""
    from medcloud.crypto import Refused, parse_document  # noqa: PLC0415  # as below
    from medcloud.waivers import check_waivers  # noqa: PLC0415

    try:
        return tuple(check_waivers(parse_document(text, name).payload, name, day)[0])
    except Refused:
        return ()


def read_region(path: str | Path, environment: str | None = None) -> Region:
    """The region of a file, by its own word and that of the waivers beside it.

    RegionUnreadable or RegionRefused hold all that is wrong.
    """
    found = drafted(path, environment)
    if refusal := found.refusal():
        raise refusal
    assert found.region is not None  # noqa: S101  # or something would have been found
    return found.region


def waived_in(path: str | Path) -> tuple[WaivedPlan, ...]:
    """What of a region file only its waivers let through."""
    return waived_plan(drafted(path))


def ending(path: str | Path, day: date) -> tuple[Finding, ...]:
    """Waivers beside a region file that end by a day: what they excuse is refused from the next."""
    return tuple(
        Finding(
            waiver.place,
            Text(f"{waiver.id} 于 {waiver.until} 到期", f"{waiver.id} ends on {waiver.until}"),
            Text("到期前改正，或重新报批", "mend what it excuses, or have it approved anew"),
            waiver.item,
        )
        for waiver in _beside(path).waivers
        if waiver.until <= day
    )


def drafted(path: str | Path, environment: str | None = None) -> Draft:
    """The draft of a region file, with what the waivers beside it excuse; their faults are among its own."""
    beside = _beside(path)
    found = draft(path, environment, beside.waivers)
    faults = (*beside.faults, *_foreign(beside.waivers, found.region, environment))
    return replace(found, found=(*found.found, *((_aside(fault), fault) for fault in faults)))


def idle(path: str | Path, found: Draft) -> tuple[Finding, ...]:
    """Places of waivers of this region that excuse nothing."""
    own = [w for w in _beside(path).waivers if found.region and w.region == found.region.region.id]
    used = {
        (w.waiver.id, place) for w in found.waived for place in w.waiver.places if _is_at(w.finding, place)
    }
    return tuple(
        Finding(
            waiver.place,
            Text(f"{waiver.id} 在 {place} 什么也没有豁免", f"{waiver.id} excuses nothing at {place}"),
            Text("删去此处，或改为 check 所报的位置", "remove the place, or write the one that check names"),
            waiver.item,
        )
        for waiver in own
        for place in waiver.places
        if (waiver.id, place) not in used
    )


def waived_plan(found: Draft) -> tuple[WaivedPlan, ...]:
    """What waivers excuse, for the plan."""
    return tuple(
        WaivedPlan(
            place=w.finding.place.path,
            item=w.finding.item,
            text=w.finding.message,
            waiver=w.waiver.id,
            reason=w.waiver.reason,
            approved_by=w.waiver.approved_by,
            until=w.waiver.until.isoformat(),
        )
        for w in found.waived
    )


def _beside(path: str | Path) -> Beside:
    file = waivers_path(path)
    if not file.exists():
        return Beside()
    from medcloud.waivers import load_waivers  # noqa: PLC0415  # signatures need libraries that others do not

    try:
        return Beside(load_waivers(file, trust=trust_path(file), today=today()).waivers)
    except Refusal as error:
        return Beside(faults=error.findings)
    except OSError as error:
        raise RegionRefused(
            Text(
                f"{error.filename}: 读不到：{error.strerror}",
                f"{error.filename}: cannot be read: {error.strerror}",
            )
        ) from None


def _foreign(waivers: tuple[Waiver, ...], region: Region | None, environment: str | None) -> list[Finding]:
    """Waivers for places of another region's file; a file has those of its environments too."""
    if region is None:
        return []
    base = region.region.id.removesuffix(f"-{environment}" if environment else "")
    return [
        Finding(
            waiver.place,
            Text(
                f"{waiver.id} 是区域 {waiver.region} 的，这里是 {base}",
                f"{waiver.id} is for region {waiver.region}, and this is {base}",
            ),
            Text("删去，或为本区域报批", "remove it, or have one approved for this region"),
            waiver.item,
        )
        for waiver in waivers
        if waiver.places and waiver.region != base and not waiver.region.startswith(f"{base}-")
    ]


def _aside(fault: Finding) -> Problem:
    """A fault of another file as a problem, so that it is told among those of the region file."""
    return Problem((), fault.message, fault.remedy, fault.item)


def _is_at(finding: Finding, place: str) -> bool:
    return finding.place.path == place or finding.place.path.startswith((f"{place}.", f"{place}["))
