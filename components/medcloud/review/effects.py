"""What a change does beside what it is compared with, and which of it nobody has confirmed yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from medcloud.diff import Change, compare, judge, text_to_write
from medcloud.plan.region import RegionPlan
from medcloud.region_files import (
    ConfirmationsRefused,
    Confirmed,
    Side,
    confirm_path,
    confirmed_in,
    fork_of,
    has_file,
    in_revision,
    on_disk,
    read_confirmed,
)
from medcloud.report.severity import SEVERITIES
from medcloud.review.errors import ReviewFailed
from medcloud.review.locations import RegionFile
from medcloud.review.shapes import Effects, Remark
from medcloud.text import Complaint, Finding, Place, Refusal, Text

RULE = "change-confirmed"
_TOLD = 4
"""Flows of one cause that are told one by one; the diff has them all."""


@dataclass(frozen=True)
class Base:
    """What a region is compared with."""

    side: Side
    confirmed: tuple[Confirmed, ...]
    """What was confirmed there already, for changes before this one."""


def base_of(region_file: Path, named: str, environment: str | None = None) -> Base | None:
    """The base: a file, else a revision of git, from where what is checked out left it.

    None where the revision has no such file, as the region is new. ReviewFailed when it cannot be read.
    """
    try:
        if Path(named).is_file():
            return Base(on_disk(Path(named), environment), read_confirmed(confirm_path(Path(named))))
        commit = fork_of(region_file, named)
        if not has_file(region_file, commit):
            return None
        side = in_revision(region_file, commit, environment)
        return Base(Side(named, side.plan), confirmed_in(region_file, commit))
    except Refusal as refused:
        raise ReviewFailed(*(refused.findings or (refused.text,))) from None


def effects(plan: RegionPlan, region_file: Path, base: Base, region: RegionFile, shown: str) -> Effects:
    """What the change does, and what is to be remarked of it; ``shown`` names the file of confirmations."""
    changes = compare(base.side.plan, plan)
    given: tuple[Confirmed, ...] = ()
    found: list[Remark] = []
    try:
        given = read_confirmed(confirm_path(region_file))
    except ConfirmationsRefused as refused:
        found = [_bad(finding, shown) for finding in refused.findings]
    judgement = judge(changes, given, base.confirmed)
    causes: dict[str, list[Change]] = {}
    for change in judgement.unconfirmed:
        causes.setdefault(change.confirmed_by, []).append(change)
    found += [_unconfirmed(together, region, shown) for together in causes.values()]
    found += [_stale(each, shown) for each in judgement.stale]
    return Effects(base.side.name, base.side.plan, changes, judgement, tuple(found))


def _bad(finding: Finding, shown: str) -> Remark:
    place = Place(shown, max(finding.place.line, 1), max(finding.place.column, 1))
    title = Text("确认文件不通过", "The file of confirmations is refused")
    return _remark("high", title, Complaint(finding.message, finding.remedy), place)


def _unconfirmed(together: list[Change], region: RegionFile, shown: str) -> Remark:
    """Changes that one line confirms."""
    change = min(together, key=lambda each: list(SEVERITIES).index(each.severity))
    about, line = change.about, text_to_write(change)
    what = change.text
    if len(together) > 1:
        few = Text.join("; ", [each.text for each in together[:_TOLD]])
        more = " …" if len(together) > _TOLD else ""
        what = Text(
            f"{change.cause.partition(':')[2]} 是新增的，随之有 {len(together)} 项互访：{few.zh}{more}",
            f"{change.cause.partition(':')[2]} is new and opens {len(together)} flows: {few.en}{more}",
        )
    remedy = Text(
        f"不是本意就改回；确需如此则在 {shown} 写入（填上理由与负责人）：{line}",
        f"undo it, or if it is meant write in {shown}, with why and who: {line}",
    )
    labels = {"workload": about.workload, "centre": about.centre, "tenant": about.tenant}
    place = region.of({key: value for key, value in labels.items() if value}, ())
    title = Text("改动未确认", "A change is not confirmed")
    return _remark(change.severity, title, Complaint(what, remedy), place, change.confirmed_by)


def _stale(given: Confirmed, shown: str) -> Remark:
    what = Text(
        f"{given.change} 不是本次改动，或以前已确认过",
        f"{given.change} is no change of this one, or was confirmed before it",
    )
    words = Complaint(what, Text("删去该行", "take the line out"))
    title = Text("确认已无所指", "A confirmation confirms nothing")
    place = Place(shown, max(given.line, 1), 1)
    return replace(_remark("low", title, words, place, given.change), blocking=False)


def _remark(severity: str, title: Text, words: Complaint, place: Place, name: str = "") -> Remark:
    return Remark(
        kind="confirm",
        blocking=True,
        rule=RULE,
        pack="",
        severity=severity,
        items=(),
        title=title,
        what=words.message,
        remedy=words.remedy,
        place=place,
        name=name,
    )
