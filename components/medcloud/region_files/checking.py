"""All that is wrong with a region file: by itself, beside its images, and with the numbers of its lock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from medcloud.model import Region, RegionRefused
from medcloud.model.reading import Draft
from medcloud.plan import Lock, LockRefused, PlanRefused, allocate, derive
from medcloud.plan.checks import check as standing, problems_of, unplanned
from medcloud.plan.protection import WaivedPlan
from medcloud.plan.region import RegionPlan
from medcloud.region_files.paths import lock_path
from medcloud.region_files.storing import read_lock
from medcloud.region_files.waiving import drafted, idle, waived_plan
from medcloud.text import Finding, Text
from medcloud.text.reading.problem import Problem


@dataclass(frozen=True)
class Checked:
    """A region that can be planned, and what stands beside it in waivers."""

    region: Region
    waived: tuple[WaivedPlan, ...]
    """What would be refused without them."""
    idle: tuple[Finding, ...]
    """Those that excuse nothing."""


def checked(path: str | Path, environment: str | None = None) -> Region:
    """As :func:`checked_with_waivers`, the region alone."""
    return checked_with_waivers(path, environment).region


def checked_with_waivers(path: str | Path, environment: str | None = None) -> Checked:
    """The region of a file that can be planned, with what its waivers do; nothing is written.

    RegionUnreadable or RegionRefused hold all that is wrong, with its lines.
    """
    found = drafted(path, environment)
    more = [] if found.region is None else list(_files(found.region, Path(path).parent))
    lock: Lock | None = None
    unreadable: LockRefused | None = None
    try:
        lock, _ = read_lock(lock_path(path, environment))
    except LockRefused as error:
        unreadable = error
    if found.region is not None and found.whole and unreadable is None:
        more += standing(found.region, lock)
        if not more and not found.found:
            more += unplanned(found.region, lock)
    refusal = found.refusal(more)
    if unreadable is not None:
        raise RegionRefused(*(refusal.findings if refusal else ()), *unreadable.findings)
    if refusal is not None:
        raise refusal
    assert found.region is not None  # noqa: S101  # or something would have been found
    return Checked(found.region, waived_plan(found), idle(path, found))


def planned(found: Draft, lock: Lock | None) -> tuple[Lock, RegionPlan]:
    """The numbers and the plan of a draft; RegionRefused or PlanRefused, with lines, when there is none."""
    if refusal := found.refusal():
        raise refusal
    region = found.region
    assert region is not None  # noqa: S101  # or something would have been found
    problems = standing(region, lock)
    if not problems:
        try:
            numbers = allocate(region, lock)
            return numbers, replace(derive(region, numbers), waived=waived_plan(found))
        except PlanRefused as refused:
            problems = problems_of(refused)
    refusal = found.refusal(problems)
    assert refusal is not None  # noqa: S101  # there are problems
    raise PlanRefused.at(*refusal.findings)


def _files(region: Region, folder: Path) -> Iterator[Problem]:
    """Image files that are not there, or that a link leads out of the folder; each is named once."""
    said: set[str] = set()
    for key, image in region.images.items():
        if image.file is None or image.file in said:
            continue
        said.add(image.file)
        file = folder / image.file
        try:
            inside = file.resolve().is_relative_to(folder.resolve())
            there = inside and file.is_file()
        except OSError:
            inside, there = True, False
        if not there:
            yield Problem(
                ("images", key, "file"),
                Text(f"没有文件 {image.file}", f"there is no file {image.file}")
                if inside
                else Text(f"{image.file} 指向文件夹之外", f"{image.file} leads out of the folder"),
                Text(
                    f"把镜像放到 {image.file}，或写 {{existing: 名称}}",
                    f"put the image at {image.file}, or write {{existing: name}} instead",
                ),
            )
