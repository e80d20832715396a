"""A small region with a store in which everything is in order."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from medcloud.crypto import read_document
from medcloud.evidence import Hosts, RegionFacts, Slot, Store, add
from medcloud.evidence.slots import slots
from tests.crypto.people import TODAY, People
from tools.demo_ca import Holder

FACTS = RegionFacts("panyu", ("shiqiao",), {"core": Hosts("c86", "kylin-v10", 6)})
PARTS = """\
class,vendor,origin,model,quantity,core,pool,isa
server,甲厂,CN,S1,6,yes,core,c86
storage,乙厂,CN,A1,2,yes,,
network,丙厂,CN,N1,4,yes,,
security,丁厂,CN,F1,2,yes,,
crypto,戊厂,CN,H1,2,yes,,
other,线缆厂,CN,C1,100,no,,
"""
KINDS = ("database", "middleware", "virtualisation", "container", "management", "identity", "ledger")
SOFTWARE = (
    "class,name,supplier\nos,kylin-v10,己商\n"
    + "".join(f"{kind},{kind}-1,庚商\n" for kind in KINDS)
    + "application,his-1,辛商\n"
)


def lists(folder: Path, parts: str = PARTS, software: str = SOFTWARE) -> Store:
    """A folder with the lists only."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parts.csv").write_text(parts, encoding="utf-8")
    (folder / "software.csv").write_text(software, encoding="utf-8")
    return Store(folder)


def full(folder: Path, trust: Path, people: People) -> Store:
    """Every slot filled, signed by the officer."""
    store = lists(folder)
    shutil.copytree(trust, folder / "trust")
    for slot in slots(FACTS, store.parts, store.software)[0]:
        put(store, slot, people.officer)
    return store


def put(
    store: Store,
    slot: Slot,
    by: Holder | None,
    *,
    day: date = TODAY - timedelta(10),
    until: date | None = None,
    number: str = "N-1",
    demo: bool = False,
) -> Path:
    """One record, signed if `by` is given."""
    file = store.folder / f"{slot.document.id}.txt"
    file.write_text(f"{slot.document.document_zh} {slot.thing}", encoding="utf-8")
    path = add(
        store,
        file,
        document=slot.document.id,
        scope=slot.scope,
        thing=slot.thing,
        issuer=slot.document.issuer_zh,
        number=number,
        day=day,
        until=until,
        demo=demo,
    )
    file.unlink()
    if by:
        path.write_bytes(read_document(path).signed(by.key, [by.certificate]).render())
    return path
