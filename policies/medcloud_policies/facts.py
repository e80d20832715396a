"""Small questions that several rules ask of the standard and of a resource."""

from __future__ import annotations

from functools import cache

from medcloud.standard import level as level_row
from medcloud_policies.options import ENCRYPT_FROM_LEVEL
from medcloud_policies.rule import Resource


def needs_encryption(r: Resource) -> bool:
    """Whether the data that a resource is labelled with must be encrypted where it is stored."""
    return r.level >= int(r.settings.get(ENCRYPT_FROM_LEVEL))


@cache
def is_core(level: int) -> bool:
    """Whether a data level is one whose copies table C.1 wants within seconds (4 and 5); 0 is no level."""
    return level > 0 and (level_row(level).rpo_seconds or 10**9) < 60
