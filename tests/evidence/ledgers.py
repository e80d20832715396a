"""A ledger with two heads."""

from __future__ import annotations

from pathlib import Path

from medcloud.evidence.ledger import append, sign_head
from tests.crypto.people import People


def filled(folder: Path, people: People, what: str = "策略") -> Path:
    """Nine entries; heads over the first five and over all."""
    for number in range(9):
        append(folder, "policy-run", {"run": number, "what": what})
        if number in (4, 8):
            sign_head(folder, people.officer.key, [people.officer.certificate])
    return folder
