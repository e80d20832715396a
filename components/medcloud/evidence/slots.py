"""Slots: which document is needed for which thing, by which items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medcloud.evidence.applies import classes, hardware_classes
from medcloud.evidence.facts import RegionFacts
from medcloud.evidence.parts import Part
from medcloud.evidence.software import Software
from medcloud.standard import Evidence, items
from medcloud.text import Finding, Place, Text


@dataclass(frozen=True)
class Slot:
    """A place for one document about one thing."""

    document: Evidence
    scope: str
    """What the thing is: model, software, supplier, site or region."""
    thing: str
    items: tuple[str, ...]
    """That ask for it."""
    shall: bool
    """Whether one of them is obligatory (应)."""
    name: str = ""
    """What people call it, where that is not its id."""

    @property
    def said(self) -> str:
        """Its id and what people call it."""
        return f"{self.thing} ({self.name})" if self.name else self.thing

    @property
    def key(self) -> tuple[str, str, str]:
        """Document, scope and thing: a record is for the slot of its key."""
        return self.document.id, self.scope, self.thing


def slots(
    facts: RegionFacts, parts: Sequence[Part], software: Sequence[Software]
) -> tuple[tuple[Slot, ...], tuple[Finding, ...]]:
    """All slots of a region, and a finding for each class of things that an item wants and no list has."""
    found: dict[tuple[str, str, str], Slot] = {}
    absent: dict[str, Finding] = {}
    listed = {part.kind for part in parts} | {entry.kind for entry in software}
    for item in items():
        shall = item.obligation == "应"
        for document in item.evidence:
            for scope, thing in _things(document, item.id, facts, parts, software):
                key = (document.id, scope, thing)
                before = found.get(key)
                asked = (*(before.items if before else ()), item.id)
                must = shall or bool(before and before.shall)
                found[key] = Slot(
                    document, scope, thing, asked, must, facts.names.get(f"{scope}.{thing}", "")
                )
            if shall and document.scope in ("model", "software", "supplier"):
                for kind in classes(document.id, item.id):
                    if kind not in listed:
                        absent.setdefault(kind, _absent(kind, item.id, document))
    return tuple(found.values()), tuple(absent.values())


def _things(
    document: Evidence,
    item: str,
    facts: RegionFacts,
    parts: Sequence[Part],
    software: Sequence[Software],
) -> Iterator[tuple[str, str]]:
    if document.scope == "region":
        yield "region", facts.region
        return
    if document.scope == "site":
        yield from (("site", site) for site in facts.sites)
        return
    wanted = classes(document.id, item)
    hardware = [part for part in parts if part.kind in wanted]
    programs = [entry for entry in software if entry.kind in wanted]
    if document.scope == "supplier":
        names = [part.vendor for part in hardware] + [entry.supplier for entry in programs]
        yield from (("supplier", name) for name in dict.fromkeys(names))
        return
    yield from (("model", model) for model in dict.fromkeys(part.model for part in hardware))
    yield from (("software", name) for name in dict.fromkeys(entry.name for entry in programs))


def _absent(kind: str, item: str, document: Evidence) -> Finding:
    name = "parts.csv" if kind in hardware_classes() else "software.csv"
    return Finding(
        Place(name),
        Text(
            f"没有 {kind} 类，无从出具“{document.document_zh}”",
            f"nothing of class {kind} is listed that “{document.document_en}” could be for",
        ),
        Text(f"在 {name} 中列出所用的 {kind}", f"list what the region uses of it in {name}"),
        item,
    )
