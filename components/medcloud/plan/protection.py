"""What the data level asks for (table C.1, 7.2.1-b)."""

from __future__ import annotations

from functools import lru_cache

from medcloud.plan.shapes import Protection
from medcloud.standard import level


@lru_cache(maxsize=8)
def protection(data_level: int) -> Protection:
    """The row of table C.1 for a data level."""
    row = level(data_level)
    return Protection(
        level=data_level,
        rpo_seconds=row.rpo_seconds,
        rto_seconds=row.rto_seconds,
        cipher=row.cipher,
        encrypted=row.volume_encryption == "required",
        access=row.access,
        audit_seconds=row.audit_interval_seconds,
    )
