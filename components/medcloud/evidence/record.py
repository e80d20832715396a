"""One record: a document about one thing, its dates, the digest of its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import yaml

from medcloud.crypto import Fields
from medcloud.standard import Evidence, items
from medcloud.text import Complaint, Text

FORMAT = "evidence/1"
SCOPES = ("model", "software", "supplier", "site", "region")
_FIELDS = (
    *("medcloud", "document", "scope", "issuer", "number", "date", "valid_until"),
    *("file", "size", "sm3", "demo"),
)


@dataclass(frozen=True)
class Record:
    """What a record says."""

    document: Evidence
    scope: str
    """What it is about: model, software, supplier, site or region."""
    thing: str
    issuer: str
    number: str
    """The issuer's number of the document."""
    issued: date
    valid_until: date | None
    """Last day; None: as long as the thing is in use."""
    file: str
    """Path in the evidence folder."""
    size: int
    """Bytes."""
    sm3: str
    """64 hexadecimal digits."""
    demo: bool
    """Whether it is for a demonstration and shows nothing."""

    @property
    def key(self) -> tuple[str, str, str]:
        """The key of its slot."""
        return self.document.id, self.scope, self.thing

    def text(self) -> bytes:
        """The record as it is signed."""
        content = {
            "medcloud": FORMAT,
            "document": self.document.id,
            "scope": {self.scope: self.thing},
            "issuer": self.issuer,
            "number": self.number,
            "date": self.issued,
            "valid_until": self.valid_until,
            "file": self.file,
            "size": self.size,
            "sm3": self.sm3,
            "demo": self.demo,
        }
        title = f"# {self.document.document_zh} / {self.document.document_en}\n"
        banner = "# 演示数据，不作为证明 / DEMO DATA, PROVES NOTHING\n" if self.demo else ""
        body = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=200)
        return (banner + title + body).encode()


@cache
def documents() -> dict[str, Evidence]:
    """All kinds of document, by id."""
    return {document.id: document for item in items() for document in item.evidence}


def item_of(document: Evidence) -> str:
    """The first item that asks for a kind of document."""
    return next(item.id for item in items() if document in item.evidence)


def read_record(payload: bytes, place: str) -> Record:
    """The record of a text; Refused names what it does not say as it must."""
    fields = Fields.parse(payload, place, _FIELDS)
    if fields.text("medcloud") != FORMAT:
        words = Complaint(
            Text("不是证据记录", "not a record of evidence"), Text(f"首行写 {FORMAT}", f"begin with {FORMAT}")
        )
        raise fields.error("medcloud", words)
    document = documents().get(fields.text("document"))
    if document is None:
        known = ", ".join(documents())
        words = Complaint(
            Text("无此类文件", "no such kind of document"), Text(f"写其一：{known}", f"one of: {known}")
        )
        raise fields.error("document", words)
    scope, thing = _scope(fields)
    found = Record(
        document=document,
        scope=scope,
        thing=thing,
        issuer=fields.text("issuer"),
        number=fields.text("number"),
        issued=fields.day("date"),
        valid_until=fields.day("valid_until") if fields.has("valid_until") else None,
        file=fields.text("file"),
        size=fields.whole("size"),
        sm3=fields.text("sm3"),
        demo=fields.flag("demo"),
    )
    _judge_term(fields, found)
    return found


def _scope(fields: Fields) -> tuple[str, str]:
    section = fields.section("scope", SCOPES)
    given = [scope for scope in SCOPES if section.has(scope)]
    if len(given) != 1:
        options = ", ".join(SCOPES)
        words = Complaint(
            Text("应恰有一项", "must have exactly one entry"),
            Text(f"写其一：{options}", f"one of: {options}"),
        )
        raise fields.error("scope", words)
    return given[0], section.text(given[0])


def _judge_term(fields: Fields, record: Record) -> None:
    """Refused when it is valid for longer than its kind can be, or ends before it begins."""
    days = record.document.valid_days
    if record.valid_until is None:
        if days is not None:
            words = Complaint(
                Text("此类文件须有有效期", "this kind of document has a term"),
                Text(f"写有效期末日，至多 {days} 天", f"write its last day, at most {days} days on"),
            )
            raise fields.error("valid_until", words, item_of(record.document))
        return
    latest = None if days is None else record.issued + timedelta(days)
    if record.valid_until < record.issued or (latest and record.valid_until > latest):
        words = Complaint(
            Text(
                f"有效期至 {record.valid_until}，不在签发日 {record.issued} 起 {days or '—'} 天之内",
                f"valid until {record.valid_until}, "
                f"not within {days or '—'} days of its date {record.issued}",
            ),
            Text(
                f"写 {record.issued} 至 {latest or '—'} 之间的日期",
                f"write a day from {record.issued} to {latest or '—'}",
            ),
        )
        raise fields.error("valid_until", words, item_of(record.document))
