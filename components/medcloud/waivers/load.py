"""Reads a file of waivers; all that is wrong with it is said at once."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from medcloud.crypto import Document, Fields, Refused, load_trust, read_document
from medcloud.standard import CatalogueError, item
from medcloud.text import Complaint, Finding, Text
from medcloud.waivers import limits
from medcloud.waivers.pattern import Pattern, parse
from medcloud.waivers.waiver import Waiver, Waivers

_FORMAT = "waivers/1"
_PLACE = re.compile(r"[a-z]+(\.[^\s.*?\[\]]+)+")  # a section and an entry of it at least
_FIELDS = (
    "id",
    "item",
    "resources",
    "region",
    "places",
    "level",
    "reason",
    "approved_by",
    "approved",
    "until",
)


class WaiverRefused(Refused):
    """A file of waivers that excuses nothing."""


def load_waivers(path: Path, *, trust: Path, today: date) -> Waivers:
    """The waivers of a file, signed by all who approved one; `trust` is a folder as of load_trust.

    WaiverRefused names every fault; OSError when the file cannot be read.
    """
    findings: list[Finding] = []
    document = read_or_refuse(path)
    signers: set[str] = set()
    try:
        signers = {c.common_name for c in document.verify(load_trust(trust), "waivers", today=today)}
    except Refused as error:
        findings += error.findings
    waivers, faults = check_waivers(document.payload, str(path), today)
    findings += faults
    if signers:
        findings += [_unsigned(waiver) for waiver in waivers if waiver.approved_by not in signers]
    if findings:
        raise WaiverRefused(*findings)
    return Waivers(waivers)


def read_or_refuse(path: Path) -> Document:
    """The signed file, not judged yet."""
    try:
        return read_document(path)
    except Refused as error:
        raise WaiverRefused(*error.findings) from None


def check_waivers(payload: bytes, place: str, today: date) -> tuple[list[Waiver], list[Finding]]:
    """The waivers that a text holds and what is wrong with them, whoever signed it."""
    try:
        top = Fields.parse(payload, place, ("medcloud", "waivers"))
        if top.text("medcloud") != _FORMAT:
            raise top.error(
                "medcloud",
                Complaint(
                    Text("不是豁免文件", "not a file of waivers"),
                    Text(f"首行写 medcloud: {_FORMAT}", f"begin with medcloud: {_FORMAT}"),
                ),
            )
        entries = top.sections("waivers", _FIELDS)
    except Refused as error:
        return [], list(error.findings)
    waivers: list[Waiver] = []
    findings: list[Finding] = []
    for entry in entries:
        try:
            waiver = _waiver(entry)
            _judge(entry, waiver, today)
            if any(waiver.id == other.id for other in waivers):
                raise entry.error(
                    "id",
                    Complaint(
                        Text("编号重复", "the id is there twice"), Text("改用别的编号", "write another")
                    ),
                )
            waivers.append(waiver)
        except Refused as error:
            findings += error.findings
    return waivers, findings


def _waiver(fields: Fields) -> Waiver:
    level = fields.whole("level")
    placed = fields.has("places") or fields.has("region")
    named = fields.has("resources") or not placed
    return Waiver(
        place=fields.place(),
        id=fields.text("id"),
        item=_item(fields),
        resources=tuple(_pattern(fields, text) for text in fields.texts("resources")) if named else (),
        region=fields.text("region") if placed else "",
        places=tuple(_place(fields, text) for text in fields.texts("places")) if placed else (),
        level=level,
        reason=fields.text("reason"),
        approved_by=fields.text("approved_by"),
        approved=fields.day("approved"),
        until=fields.day("until"),
    )


def _item(fields: Fields) -> str:
    found = fields.text("item")
    try:
        item(found)
    except CatalogueError:
        words = Complaint(
            Text(f"标准无此条：{found}", f"the standard has no item {found}"),
            Text("写标准的条款编号，如 7.2.1-a", "write an item's id, e.g. 7.2.1-a"),
        )
        raise fields.error("item", words) from None
    return found


def _pattern(fields: Fields, text: str) -> Pattern:
    found = parse(text)
    if found is None:
        raise Refused(limits.broad(fields.place("resources"), text))
    return found


def _place(fields: Fields, text: str) -> str:
    if not _PLACE.fullmatch(text):
        raise Refused(limits.no_place(fields.place("places"), text))
    return text


def _judge(fields: Fields, waiver: Waiver, today: date) -> None:
    """Refused when a waiver that can be read may not be."""
    linked = any(limits.is_link(waiver.item, p.type) for p in waiver.resources)
    if linked or limits.never(waiver.item) or any(limits.is_outside(waiver.item, p) for p in waiver.places):
        raise Refused(limits.forbidden(fields.place("item"), waiver.item))
    if waiver.level > limits.highest_level():
        highest = limits.highest_level()
        words = Complaint(
            Text(f"数据级别 {waiver.level} 不得豁免", f"data level {waiver.level} may not be waived"),
            Text(
                f"写 0 至 {highest}（0：资源不带数据级别）",
                f"write 0 to {highest} (0: the resource carries no data level)",
            ),
        )
        raise fields.error("level", words)
    if waiver.until < today:
        words = Complaint(
            Text(f"豁免已于 {waiver.until} 到期", f"the waiver expired on {waiver.until}"),
            Text(
                "改正资源并删去此豁免，或重新报批",
                "mend the resource and remove the waiver, or have it approved anew",
            ),
        )
        raise fields.error("until", words, waiver.item)
    if waiver.approved > today:
        words = Complaint(
            Text("批准日期在将来", "approved in the future"), Text("写批准之日", "write the day of approval")
        )
        raise fields.error("approved", words, waiver.item)
    if waiver.until - waiver.approved > timedelta(limits.LONGEST_DAYS):
        words = Complaint(
            Text(f"豁免期超过 {limits.LONGEST_DAYS} 天", f"it lasts longer than {limits.LONGEST_DAYS} days"),
            Text("缩短期限，届时重新报批", "make it shorter, and have it approved anew when it ends"),
        )
        raise fields.error("until", words, waiver.item)


def _unsigned(waiver: Waiver) -> Finding:
    return Finding(
        waiver.place,
        Text(
            f"批准人“{waiver.approved_by}”没有签名",
            f"“{waiver.approved_by}”, who approved it, has not signed the file",
        ),
        Text("由批准人执行 medcloud waiver sign", "have that person run medcloud waiver sign"),
        waiver.item,
    )
