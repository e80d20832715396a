"""The evidence folder beside a region file: its lists, its records, and judging each record.

``records/*.yaml`` are signed documents (medcloud.crypto.document), ``files/`` what they are about,
``parts.csv`` and ``software.csv`` the lists, ``trust/`` whom to rely on, ``ledger/`` the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from medcloud.crypto import Certificate, Refused, Trust, digest_file, load_trust, read_document
from medcloud.evidence.parts import Part, read_parts
from medcloud.evidence.record import Record, item_of, read_record
from medcloud.evidence.software import Software, read_software
from medcloud.text import Finding, Place, Text


@dataclass(frozen=True)
class Judged:
    """A record's file, what it says, who signed it, and what is wrong with it."""

    path: Path
    record: Record | None
    """None: it cannot be read."""
    signers: tuple[Certificate, ...]
    findings: tuple[Finding, ...]


class Store:
    """An evidence folder; nothing is read before it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.records = folder / "records"
        self.ledger = folder / "ledger"

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts list; Refused."""
        return read_parts(self.folder / "parts.csv")

    @cached_property
    def software(self) -> tuple[Software, ...]:
        """The software list; Refused."""
        return read_software(self.folder / "software.csv")

    @cached_property
    def trust(self) -> Trust:
        """Whose signatures count; Refused."""
        return load_trust(self.folder / "trust")

    def judge(self, today: date) -> list[Judged]:
        """Every record, judged by itself: signatures, term, file."""
        return [self.judge_record(path, today) for path in sorted(self.records.glob("*.yaml"))]

    def judge_record(self, path: Path, today: date) -> Judged:
        """One record; an expired one is judged expired by due.survey, not here."""
        record: Record | None = None
        signers: tuple[Certificate, ...] = ()
        findings: list[Finding] = []
        try:
            document = read_document(path)
            record = read_record(document.payload, str(path))
            findings += self._file(path, record)
            findings += _future(path, record, today)
            signers = document.verify(self.trust, "evidence", today=today)
        except Refused as error:
            findings += error.findings
        return Judged(path, record, signers, tuple(findings))

    def check_file(self, path: Path) -> None:
        """Refused when a record cannot be read or its file is not the one recorded: do not sign it then."""
        document = read_document(path)
        findings = self._file(path, read_record(document.payload, str(path)))
        if findings:
            raise Refused(*findings)

    def _file(self, path: Path, record: Record) -> list[Finding]:
        """Whether the file is there, in the folder, and what was signed."""
        item = item_of(record.document)
        target = self.folder / record.file
        try:
            inside = target.resolve().is_relative_to(self.folder.resolve())
            found = digest_file(target) if inside else ("", 0)
        except OSError:
            zh, en = f"文件 {record.file} 不在或不可读", f"the file {record.file} is not there or unreadable"
            return [Finding(Place(str(path)), Text(zh, en), Text("放回原文件", "put the file back"), item)]
        if not inside:
            zh, en = f"文件 {record.file} 在证据目录之外", f"the file {record.file} is outside the folder"
            return [
                Finding(
                    Place(str(path)),
                    Text(zh, en),
                    Text("放入 files/ 并重新登记", "put it into files/ and add it"),
                    item,
                )
            ]
        if found != (record.sm3, record.size):
            return [
                Finding(
                    Place(str(target)),
                    Text(
                        f"文件与登记时不同：SM3 为 {found[0]}，{found[1]} 字节",
                        f"the file is not the one recorded: its SM3 is {found[0]}, {found[1]} bytes",
                    ),
                    Text(
                        f"恢复 SM3 为 {record.sm3} 的文件，或重新登记并签名",
                        f"restore the file with SM3 {record.sm3}, or add and sign it anew",
                    ),
                    item,
                )
            ]
        return []


def _future(path: Path, record: Record, today: date) -> list[Finding]:
    if record.issued <= today:
        return []
    zh, en = f"日期 {record.issued} 在将来", f"its date {record.issued} is in the future"
    remedy = "核对日期", "check the date"
    return [Finding(Place(str(path), path="date"), Text(zh, en), Text(*remedy), item_of(record.document))]
