"""Heads: signed statements of what the ledger holds, each naming the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medcloud.crypto import Certificate, Document, Fields, PrivateKey, Refused, digest_file, refuse
from medcloud.evidence.ledger import merkle
from medcloud.evidence.ledger.chain import broken
from medcloud.evidence.ledger.files import ENTRIES, head_numbers, head_path, read_lines
from medcloud.standard.today import today
from medcloud.text import Complaint, Place, Text

FORMAT = "ledger-head/1"
_FIELDS = ("medcloud", "size", "root", "previous", "day")


@dataclass(frozen=True)
class Head:
    """What was signed."""

    size: int
    root: str
    """Merkle root over the first `size` lines."""
    previous: str
    """SM3 of the head file before, 64 zeros in the first."""
    day: date

    def text(self) -> bytes:
        """The statement."""
        values = (FORMAT, f"{self.size}", f'"{self.root}"', f'"{self.previous}"', self.day)
        return "".join(f"{key}: {value}\n" for key, value in zip(_FIELDS, values, strict=True)).encode()


def sign_head(folder: Path, key: PrivateKey, chain: Sequence[Certificate]) -> Path:
    """Sign what the ledger holds now; the file. Refused when the ledger is empty or damaged."""
    place = folder / ENTRIES
    whole, _ = read_lines(folder)
    fault = broken(str(place), whole)
    if fault:
        raise Refused(fault)
    if not whole:
        words = Complaint(
            Text("账本为空", "the ledger is empty"), Text("先有记录再签名", "sign once there are entries")
        )
        raise refuse(Place(str(place)), *words)
    size = len(whole)
    path = head_path(folder, size)
    path.parent.mkdir(exist_ok=True)
    head = Head(size, merkle.roots(whole, [size])[size], previous(folder, size), today())
    path.write_bytes(Document(str(path), head.text(), ()).signed(key, chain).render())
    return path


def previous(folder: Path, size: int) -> str:
    """SM3 of the head file before the one over `size` entries."""
    below = [number for number in head_numbers(folder) if number < size]
    return digest_file(head_path(folder, below[-1]))[0] if below else "0" * 64


def read_head(document: Document) -> Head:
    """The statement of a head file; Refused when it is none."""
    fields = Fields.parse(document.payload, document.place, _FIELDS)
    if fields.text("medcloud") != FORMAT:
        words = Complaint(
            Text("不是账本头", "not a head of a ledger"), Text(f"首行写 {FORMAT}", f"begin with {FORMAT}")
        )
        raise fields.error("medcloud", words)
    root, before = fields.text("root"), fields.text("previous")
    return Head(fields.whole("size"), root, before, fields.day("day"))
