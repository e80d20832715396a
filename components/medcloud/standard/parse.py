"""From what the data files say to entries of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from medcloud.standard.check import Entry
from medcloud.standard.entries import (
    BASES,
    MET_BY,
    OBLIGATIONS,
    SCOPES,
    DataLevel,
    Evidence,
    Item,
    Part,
    Reading,
)
from medcloud.text import Text

_ITEM = ("obligation", "basis", "title", "numbers", "met_by", "evidence", "parts", "gaps")
_EVIDENCE = ("document", "issuer", "valid_days", "scope")
_READING = ("items", "question", "reading", "why", "stricter")
_LEVEL = (
    "item",
    "name",
    "examples",
    "impact",
    "numbers",
    "cipher",
    "volume_encryption",
    "access",
)
IMPACTS = ("very-high", "high", "medium", "low", "none")
CIPHERS = ("sm4-hardware", "sm4-volume", "sm4-file", "tls1.3", "none")
ACCESS = ("field-mfa", "table-rbac", "role", "read-only")


def parse_evidence(file: str, key: str, content: object) -> Evidence:
    """One kind of document of evidence.yaml."""
    entry = Entry(file, key, content, _EVIDENCE)
    document, issuer = entry.both("document"), entry.both("issuer")
    return Evidence(key, *document, *issuer, entry.days("valid_days"), entry.choice("scope", SCOPES))


def parse_reading(file: str, key: str, content: object) -> Reading:
    """One reading of readings.yaml."""
    entry = Entry(file, key, content, _READING)
    items = entry.texts("items")
    if not items:
        raise entry.error("items 不得为空", "items must not be empty")
    texts = [text for field in _READING[1:] for text in entry.both(field)]
    return Reading(key, items, *texts)


def parse_level(file: str, key: str, content: object) -> DataLevel:
    """One row of levels.yaml."""
    entry = Entry(file, key, content, _LEVEL)
    return DataLevel(
        int(key),
        entry.text("item"),
        *entry.both("name"),
        *entry.both_lists("examples"),
        impact=entry.choice("impact", IMPACTS),
        numbers=MappingProxyType(entry.numbers()),
        cipher=entry.choice("cipher", CIPHERS),
        volume_encryption=entry.choice("volume_encryption", ("required", "optional", "none")),
        access=entry.choice("access", ACCESS),
    )


def parse_item(
    file: str, key: str, content: object, evidence: Mapping[str, Evidence], readings: tuple[Reading, ...]
) -> Item:
    """One item of a chapter's file."""
    entry = Entry(file, key, content, _ITEM)
    documents = tuple(evidence[slug] for slug in entry.texts("evidence", evidence))
    met_by = entry.texts("met_by", MET_BY)
    if not met_by:
        raise entry.error("met_by 不得为空", "met_by must not be empty")
    if bool(documents) != ("evidence" in met_by):
        raise entry.error("met_by 与 evidence 不符", "met_by and evidence disagree")
    obligation = entry.choice("obligation", OBLIGATIONS)
    return Item(
        key,
        obligation,
        entry.choice("basis", BASES) if "basis" in entry.content else "clause",
        *entry.both("title"),
        numbers=MappingProxyType(entry.numbers()),
        met_by=met_by,
        evidence=documents,
        parts=_parts(entry, obligation),
        readings=tuple(reading for reading in readings if key in reading.items),
        gaps=_gaps(entry),
    )


def _gaps(entry: Entry) -> tuple[Text, ...]:
    """What of the item's text stays undecided."""
    zh, en = entry.both_lists("gaps") if "gaps" in entry.content else ((), ())
    return tuple(Text(*pair) for pair in zip(zh, en, strict=True))


def _parts(entry: Entry, obligation: str) -> tuple[Part, ...]:
    """What binds less than the whole item, by its obligation."""
    content = entry.content.get("parts", {})
    weaker = tuple(OBLIGATIONS)[tuple(OBLIGATIONS).index(obligation) + 1 :]
    parts = Entry(entry.file, f"{entry.key}: parts", content, weaker)
    return tuple(Part(word, *parts.both(word)) for word in parts.content)
