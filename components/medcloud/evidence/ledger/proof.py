"""Inclusion proofs: one entry, the hashes from it to a signed root, and that head, in one JSON file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from medcloud.crypto import read_document, refuse
from medcloud.evidence.ledger import merkle
from medcloud.evidence.ledger.files import ENTRIES, head_numbers, head_path, read_lines
from medcloud.evidence.ledger.head import read_head
from medcloud.text import Place, Text


def prove(folder: Path, n: int) -> dict[str, Any]:
    """The proof that entry `n` is in the ledger, under the first head that covers it.

    ``tools/ledger_audit.py`` checks it with Python's standard library and openssl only.
    """
    whole, _ = read_lines(folder)
    sizes = [number for number in head_numbers(folder) if n <= number <= len(whole)]
    if not sizes or n < 1:
        raise refuse(
            Place(f"{folder / ENTRIES}:{n}"),
            Text("没有覆盖此行的已签名账本头", "no signed head covers this line"),
            Text("先执行 medcloud ledger head，再取证明", "run medcloud ledger head first"),
        )
    path = head_path(folder, sizes[0])
    head = read_head(read_document(path))
    return {
        "medcloud": "ledger-proof/1",
        "n": n,
        "line": whole[n - 1].decode(),
        "path": [[side, value.hex()] for side, value in merkle.path(whole[: head.size], n - 1)],
        "head": path.read_text(encoding="utf-8"),
    }
