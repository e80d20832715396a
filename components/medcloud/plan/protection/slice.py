"""What a data level asks for (table C.1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Protection:
    """What the data level asks for."""

    level: int
    rpo_seconds: int | None
    rto_seconds: int | None
    cipher: str
    encrypted: bool
    access: str
