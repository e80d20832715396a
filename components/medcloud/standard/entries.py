"""What the catalogue holds: clause items and data levels, frozen and without behaviour.

Named tuples, here and in the policy pack: importing dataclasses alone takes a fifth of the pack's start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from medcloud.standard.numbers import Number
from medcloud.text import Text

OBLIGATIONS = {"应": "shall", "宜": "should", "可": "may"}
BASES = ("clause", "lead", "form")
MET_BY = ("component", "policy", "host", "twin", "evidence")
SCOPES = ("model", "software", "supplier", "site", "region")


class Evidence(NamedTuple):
    """A kind of signed document that shows what software cannot; one slot for each thing in its scope."""

    id: str
    document_zh: str
    document_en: str
    issuer_zh: str
    issuer_en: str
    valid_days: int | None
    """Days from its date until it must be renewed; None: as long as the thing is in use."""
    scope: str
    """What one document is for: a hardware ``model``, ``software``, a ``supplier``, ``site``, ``region``."""


class Reading(NamedTuple):
    """How medcloud reads what the standard leaves open or says in two ways."""

    setting: str
    """The switch, off by default; on chooses the stricter reading."""
    items: tuple[str, ...]
    question_zh: str
    question_en: str
    reading_zh: str
    reading_en: str
    why_zh: str
    why_en: str
    stricter_zh: str
    stricter_en: str


class Part(NamedTuple):
    """A part of an item that binds less than the item as a whole."""

    obligation: str
    zh: str
    en: str


class Item(NamedTuple):
    """One clause item of T/GYJS 014-2025, under its id of items.txt."""

    id: str
    obligation: str
    """应, 宜 or 可: the strongest word that binds the item."""
    basis: str
    """Where that word stands: the ``clause`` itself, its ``lead``, or neither (``form``)."""
    title_zh: str
    title_en: str
    numbers: Mapping[str, Number]
    met_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    parts: tuple[Part, ...]
    readings: tuple[Reading, ...]
    gaps: tuple[Text, ...] = ()
    """While there is one, the item counts as decided in part, never as decided."""

    @property
    def obligation_en(self) -> str:
        """Shall, should or may."""
        return OBLIGATIONS[self.obligation]

    @property
    def reading(self) -> Reading | None:
        """The first of its readings, if it needs any."""
        return self.readings[0] if self.readings else None


class DataLevel(NamedTuple):
    """One row of table C.1: what data of a level needs."""

    level: int
    item: str
    name_zh: str
    name_en: str
    examples_zh: tuple[str, ...]
    examples_en: tuple[str, ...]
    impact: str
    """Of a leak: very-high, high, medium, low, none."""
    numbers: Mapping[str, Number]
    cipher: str
    """sm4-hardware, sm4-volume, sm4-file, tls1.3 (optional, in transit) or none."""
    volume_encryption: str
    """required, optional or none, as the table reads; see the setting encrypt_all_levels."""
    access: str
    """field-mfa, table-rbac, role or read-only."""

    @property
    def rpo_seconds(self) -> int | None:
        """The most data, in seconds, that may be lost; None: the table names no limit."""
        return self._seconds("rpo")

    @property
    def rto_seconds(self) -> int | None:
        """The longest time, in seconds, until the service is back; None: the table names no limit."""
        return self._seconds("rto")

    @property
    def audit_interval_seconds(self) -> int:
        """The longest time between two audits, in seconds; 0: as it happens."""
        return self._seconds("audit_interval") or 0

    def _seconds(self, name: str) -> int | None:
        found = self.numbers.get(name)
        return None if found is None else int(found.to("s"))
