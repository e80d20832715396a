"""From an event log to a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from medcloud.engine.event_log import EventLog, table_of, text_of
from medcloud.plan.titles import whose
from medcloud.review.changes import changes, parents
from medcloud.review.clauses import clauses, rule_counts
from medcloud.review.locations import RegionFile
from medcloud.review.masking import masked
from medcloud.review.shapes import SEVERITIES, Change, Effects, Remark, Review
from medcloud.review.words import words
from medcloud.text import Finding, Place, Text
from medcloud.text.urns import Urn, split
from medcloud_policies.core import pack

_STACK = "pulumi:pulumi:Stack"
_ECHOES = ("preview failed", "update failed")  # what the engine says in the end, whatever the reason


def review(log: EventLog, region: RegionFile, failure: str = "", effects: Effects | None = None) -> Review:
    """The review of a preview's (or an update's) event log.

    `failure` is what an engine that failed wrote; it is told when the events themselves tell no reason.
    `effects` is what the change does to the region, where it is compared with a base.
    """
    found = changes(log)
    findings = _sorted([*_policy_findings(log, found, region), *_engine_findings(log, region)])
    if failure and not any(f.blocking for f in findings):
        findings = (*findings, _engine_finding(failure, "", region))
    findings = _sorted([*(effects.remarks if effects else ()), *_waived(region), *findings])
    counts = rule_counts(found, findings, judged=_ran_ours(log))
    stack = next((split(c.urn) for c in found if c.type == _STACK), None) or _any_urn(found, log)
    return Review(
        project=stack.project,
        stack=stack.stack,
        changes=tuple(c for c in found if c.type != _STACK and not c.type.startswith("pulumi:providers:")),
        findings=findings,
        rules=counts,
        clauses=clauses(counts, findings),
        finished=_finished(log),
        plan=region.plan,
        effects=effects,
    )


def refused_region(shown: str, found: Sequence[Finding]) -> Review:
    """The review of a region file that is refused: no preview was made."""
    findings = tuple(_region_finding(shown, finding) for finding in found)
    return Review("", "", (), findings, (), clauses((), findings), finished=False, plan=None)


def _region_finding(shown: str, f: Finding) -> Remark:
    title = Text("区域文件不通过", "The region file is refused")
    path = f.place.path
    where = f"{path}: " if path else ""
    return Remark(
        kind="region",
        blocking=True,
        rule="region-file",
        pack="",
        severity="high",
        items=(f.item,) if f.item else (),
        title=title,
        what=Text(where + f.message.zh, where + f.message.en),
        remedy=Text(*f.remedy),
        place=Place(f.place.file or shown, max(f.place.line, 1), max(f.place.column, 1)),
        name=path,
        whose=f.place.called,
    )


def _waived(region: RegionFile) -> Iterator[Remark]:
    """What the region file does not meet, by leave of the waivers beside it."""
    for found in region.plan.waived if region.plan else ():
        zh = (
            f"{found.place}: {found.text.zh}；已由 {found.waiver} 豁免至 {found.until}（{found.approved_by}）"
        )
        en = f"{found.place}: {found.text.en}; waived by {found.waiver} until {found.until}"
        yield Remark(
            kind="waived",
            blocking=False,
            rule="region-file",
            pack="",
            severity="high",
            items=(found.item,),
            title=Text("区域文件有豁免", "The region file has a waiver"),
            what=Text(f"{zh}：{found.reason}", f"{en} ({found.approved_by}): {found.reason}"),
            remedy=Text("到期前改正，或重新报批", "mend it before it ends, or have it approved anew"),
            place=region.at(found.place),
            name=found.place,
        )


def _policy_findings(log: EventLog, found: Sequence[Change], region: RegionFile) -> Iterator[Remark]:
    by_urn = {change.urn: change for change in found}
    above = parents(log)
    seen: set[tuple[str, str, str, str]] = set()
    for event in log.policies:
        urn, (title, message) = text_of(event, "resourceUrn"), words(event)
        level = text_of(event, "enforcementLevel")
        key = (text_of(event, "policyPackName"), text_of(event, "policyName"), urn, message.what.en)
        if key in seen or level == "disabled":
            continue
        seen.add(key)
        parts = split(urn)
        whole = parts.type == _STACK or not urn
        change = by_urn.get(urn)
        yield Remark(
            kind="policy" if message.state == "refused" else message.state,
            blocking=level in ("mandatory", "remediate"),
            rule=key[1],
            pack=key[0],
            severity=message.severity,
            items=message.items,
            title=title,
            what=message.what,
            remedy=message.remedy,
            place=region.of(change.labels if change else {}, tuple(_names(urn, above))),
            urn=urn,
            type="" if whole else parts.type,
            name="" if whole else parts.name,
            whose=whose(region.plan.titles, change.labels) if region.plan and change else "",
        )


def _names(urn: str, above: Mapping[str, str]) -> Iterator[str]:
    """A resource's own name, then its parents'."""
    seen: set[str] = set()
    while urn and urn not in seen and split(urn).type != _STACK:
        seen.add(urn)
        yield split(urn).name
        urn = above.get(urn, "")


def _engine_findings(log: EventLog, region: RegionFile) -> Iterator[Remark]:
    for event in log.diagnostics:
        message = text_of(event, "message").strip()
        if text_of(event, "severity") == "error" and message and message not in _ECHOES:
            yield _engine_finding(message, text_of(event, "urn"), region)


def _engine_finding(message: str, urn: str, region: RegionFile) -> Remark:
    parts = split(urn)
    text = masked(message)
    return Remark(
        kind="engine",
        blocking=True,
        rule="engine",
        pack="",
        severity="high",
        items=(),
        title=Text("预览出错", "The preview met an error"),
        what=Text(text, text),
        remedy=Text("按上述信息改正后重试。", "Mend what it says and try again."),
        place=region.of({}, (parts.name,)),
        urn=urn,
        type=parts.type,
        name=parts.name,
    )


def _sorted(findings: Sequence[Remark]) -> tuple[Remark, ...]:
    def order(f: Remark) -> tuple[bool, bool, int, str, str]:
        late = f.kind not in ("engine", "region")
        return late, not f.blocking, SEVERITIES.index(f.severity), f.rule, f.name

    return tuple(sorted(findings, key=order))


def _ran_ours(log: EventLog) -> bool:
    """Whether our pack judged this run, by the summary; without one, by its having said something."""
    packs = [key.partition("|")[0] for s in log.summaries for key in table_of(s, "PolicyPacks")]
    return pack.NAME in packs or any(text_of(e, "policyPackName") == pack.NAME for e in log.policies)


def _finished(log: EventLog) -> bool:
    """Whether the engine came to its summary; a refused preview does, one that was killed does not."""
    return bool(log.summaries)


def _any_urn(found: Sequence[Change], log: EventLog) -> Urn:
    urns = [c.urn for c in found] + [text_of(e, "resourceUrn") for e in log.policies]
    return split(urns[0] if urns else "")
