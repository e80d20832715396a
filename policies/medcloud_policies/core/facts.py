"""Small questions that several rules ask of the standard and of a resource."""

from __future__ import annotations

from functools import cache

from medcloud.standard import level as level_row, number
from medcloud.standard.words import CORE_KINDS
from medcloud_policies.core.options import ENCRYPT_FROM_LEVEL
from medcloud_policies.core.rule import Resource


def needs_encryption(r: Resource) -> bool:
    """Whether the data that a resource is labelled with must be encrypted where it is stored."""
    return r.level >= int(r.settings.get(ENCRYPT_FROM_LEVEL))


@cache
def is_core(level: int) -> bool:
    """Whether a data level is one whose copies table C.1 wants within seconds (4 and 5); 0 is no level."""
    return level > 0 and (level_row(level).rpo_seconds or 10**9) < 60


def level_item(level: int) -> str:
    """The item of a data level's row in table C.1."""
    return level_row(level).item


def is_core_workload(r: Resource) -> bool:
    """Whether a resource belongs to a workload that must go on when a host breaks."""
    return is_core(r.level) or r.label("kind").casefold() in CORE_KINDS


@cache
def tls_allows(version: str) -> bool:
    """Whether a TLS version (``TLSv1.3`` or ``TLS 1.3``) is new enough by 7.2.1-b."""
    return number("7.2.1-b", "tls").allows(version.upper().replace("TLSV", "TLS "))
