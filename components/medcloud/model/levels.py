"""Data levels as the rules between fields need them; what a level means is table C.1's business."""

from __future__ import annotations

from functools import lru_cache

from medcloud.standard import level as row


@lru_cache(maxsize=8)
def sensitive(level: int) -> bool:
    """Whether a leak would do great harm: levels 4 (core) and 5 (extremely sensitive)."""
    return row(level).impact in ("high", "very-high")


@lru_cache(maxsize=8)
def guarded(level: int) -> bool:
    """Whether data must be encrypted where they lie: from level 3 up."""
    return row(level).volume_encryption == "required"


def may_be_exposed(level: int) -> bool:
    """Whether what faces the Internet may hold data of a level at all; level 2 in some domains only."""
    return not guarded(level)
