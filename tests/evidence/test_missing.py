"""What refuses `up` in mandatory mode: each way in which evidence can fail."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from medcloud.crypto import Refused
from medcloud.evidence import Hosts, RegionFacts, Slot, Store, missing, survey
from medcloud.evidence.slots import slots
from medcloud.standard import items
from tests.crypto.people import FIRST, TODAY, People
from tests.evidence.stores import FACTS, lists, put
from tools.demo_ca import issue, revocation_list


def slot(store: Store, document: str, thing: str = "") -> Slot:
    found, _ = slots(FACTS, store.parts, store.software)
    return next(s for s in found if s.document.id == document and thing in s.thing)


def record(store: Store, document: str) -> Path:
    return sorted(store.records.glob(f"{document}-*.yaml"))[0]


def said(store: Store, facts: RegionFacts = FACTS, today: date = TODAY) -> str:
    return "\n".join(map(str, missing(facts, Store(store.folder), today)))


def test_everything_in_order(store: Store) -> None:
    assert said(store) == ""
    found = survey(FACTS, store, TODAY)
    assert {state.state for state in found.states} == {"good"}
    assert len(found.states) > 80


def test_every_document_and_every_item_has_a_slot(store: Store) -> None:
    found, absent = slots(FACTS, store.parts, store.software)
    assert absent == ()
    assert {s.document.id for s in found} == {d.id for item in items() for d in item.evidence}
    assert {item for s in found for item in s.items} == {item.id for item in items() if item.evidence}


def test_documents_go_where_they_belong(store: Store) -> None:
    found, _ = slots(FACTS, store.parts, store.software)
    things = {
        document: {s.thing for s in found if s.document.id == document}
        for document in ("switch-test", "crypto-module", "ip-rights", "mtbf-report", "machine-room")
    }
    assert things["switch-test"] == {"N1"}
    assert things["crypto-module"] == {"H1"}
    assert things["ip-rights"] == {"S1", "A1", "N1", "F1"}
    assert things["machine-room"] == {"shiqiao"}
    assert "C1" not in things["mtbf-report"]


def test_nothing_at_all(store: Store, tmp_path: Path) -> None:
    bare = lists(tmp_path / "bare")
    (bare.folder / "trust").symlink_to(store.folder / "trust")
    found = missing(FACTS, bare, TODAY)
    assert len(found) == len([s for s in slots(FACTS, bare.parts, bare.software)[0] if s.shall])
    assert all(finding.item and "is missing" in finding.message.en for finding in found)


def test_empty(store: Store) -> None:
    record(store, "machine-room").unlink()
    assert "machine-room site=shiqiao  [6.5-a]" in said(store)


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (TODAY - timedelta(1), "expired"),
        (TODAY, "due"),
        (TODAY + timedelta(30), "due"),
        (TODAY + timedelta(31), "good"),
    ],
)
def test_terms(store: Store, people: People, until: date, state: str) -> None:
    record(store, "machine-room").unlink()
    put(store, slot(store, "machine-room"), people.officer, until=until)
    found = survey(FACTS, Store(store.folder), TODAY)
    assert [s.state for s in found.states if s.slot.document.id == "machine-room"] == [state]
    assert ("expired on" in said(store)) is (state == "expired")


def test_a_renewed_document_beside_an_expired_one(store: Store, people: People) -> None:
    place = slot(store, "machine-room")
    put(store, place, people.officer, until=TODAY - timedelta(1), number="old")
    assert said(store) == ""


def test_demo_counts_only_where_it_is_allowed(store: Store, people: People) -> None:
    record(store, "machine-room").unlink()
    path = put(store, slot(store, "machine-room"), people.officer, demo=True)
    assert "演示数据" in path.read_text(encoding="utf-8")
    assert "for a demonstration only" in said(store)
    assert missing(FACTS, Store(store.folder), TODAY, demo=True) == ()


def test_it_does_not_fit_the_hardware(store: Store) -> None:
    text = (store.folder / "parts.csv").read_text(encoding="utf-8")
    (store.folder / "parts.csv").write_text(text.replace(",S1,", ",S2,"), encoding="utf-8")
    found = said(store)
    assert "it is about model S1, which the region does not have" in found
    assert "model=S2" in found


@pytest.mark.item("7.1.1.4-d", "7.1.2.1-a")
def test_hardware_that_is_not_the_region_files(store: Store) -> None:
    facts = RegionFacts(
        "panyu", ("shiqiao",), {"core": Hosts("arm64", "uos-20", 7), "edge": Hosts("c86", "kylin-v10", 1)}
    )
    found = said(store, facts)
    assert "parts.csv  [7.1.1.4-d]  资源池 core 有 7 台主机，清单列 6 台" in found
    assert "parts.csv:2  [7.1.1.4-d]" in found
    assert "pool edge has 1 hosts, the list 0" in found
    assert "software.csv  [7.1.2.1-a]" in found
    assert "the region file has no pool core" in said(store, RegionFacts("panyu", ("shiqiao",), {}))


def test_a_class_that_no_list_has(store: Store) -> None:
    text = (store.folder / "software.csv").read_text(encoding="utf-8")
    (store.folder / "software.csv").write_text(text.replace("identity,", "# ,"), encoding="utf-8")
    assert "nothing of class identity is listed" in said(store)


# Bad records.


@pytest.mark.parametrize("where", [0, 10, -1])
def test_a_byte_of_the_file(store: Store, where: int) -> None:
    path = sorted((store.folder / "files").glob("*machine-room*"))[0]
    text = bytearray(path.read_bytes())
    text[where] ^= 1
    path.write_bytes(bytes(text))
    found = said(store)
    assert f"{path}  [6.5-a]" in found
    assert "the file is not the one recorded" in found


def test_a_byte_of_the_record(store: Store) -> None:
    path = record(store, "machine-room")
    path.write_bytes(path.read_bytes().replace(b"number: N-1", b"number: N-2"))
    assert f"{path}  " in said(store)
    assert "does not fit the content" in said(store)


def test_the_file_is_gone_or_elsewhere(store: Store, people: People, tmp_path: Path) -> None:
    path = sorted((store.folder / "files").glob("*machine-room*"))[0]
    content = path.read_bytes()
    path.unlink()
    assert "is not there or unreadable" in said(store)
    (tmp_path / "outside").write_bytes(content)
    path.symlink_to(tmp_path / "outside")
    assert "is outside the folder" in said(store)


def test_unsigned_and_wrong_signers(store: Store, people: People) -> None:
    for by, words in (
        (None, "is not signed"),
        (people.other, "may not sign evidence"),
        (people.stranger, "does not lead to a trusted root"),
        (issue({"common_name": "陈安"}, people.root, first=FIRST, days=20), "expired on 2026-01-21"),
        (
            issue({"common_name": "陈安"}, people.root, first=TODAY + timedelta(2)),
            "not valid before 2026-11-22",
        ),
    ):
        record(store, "machine-room").unlink()
        put(store, slot(store, "machine-room"), by)
        found = said(store)
        assert words in found
        assert "machine-room-" in found


def test_revoked(store: Store, people: People) -> None:
    serial = people.officer.certificate.serial
    crl = revocation_list(people.root, {serial: (TODAY, "cessation_of_operation")}, first=FIRST)
    (store.folder / "trust/crls/0.crl").write_bytes(crl)
    assert "was revoked on 2026-11-20 (cessation_of_operation)" in said(store)


def test_no_trust_folder(store: Store) -> None:
    for path in (store.folder / "trust/anchors").glob("*"):
        path.unlink()
    assert "there is no trusted root certificate" in said(store)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("document: machine-room", "document: nothing", "no such kind of document"),
        ("date: 2026-11-10", "date: 2026-11-21", "is in the future"),
        ("date: 2026-11-10", "date: 2025-11-10", "not within 365 days"),
        ("date: 2026-11-10", "date: today", "must be a date"),
        ("valid_until: 2027-11-10", "valid_until: null", "this kind of document has a term"),
        ("valid_until: 2027-11-10", "valid_until: 2026-11-01", "not within"),
        ("  site: shiqiao", "  site: shiqiao\n  region: panyu", "exactly one entry"),
        ("  site: shiqiao", "  sites: shiqiao", "unknown field"),
        ("size: ", "size: -", "must be a whole number"),
        ("evidence/1", "waivers/1", "not a record of evidence"),
        ("demo: false", "demo: perhaps", "must be true or false"),
        ("issuer:", "why: x\nissuer:", "unknown field"),
    ],
)
def test_what_a_record_says(store: Store, people: People, old: str, new: str, words: str) -> None:
    record(store, "machine-room").unlink()
    path = put(store, slot(store, "machine-room"), None)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    found = said(store)
    assert words in found
    assert str(path) in found


def test_dated_in_the_future(store: Store, people: People) -> None:
    record(store, "machine-room").unlink()
    put(store, slot(store, "machine-room"), people.officer, day=TODAY + timedelta(1))
    assert "is in the future" in said(store)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a: [", b"- 1", b"---\nsignatures:\n", b"a: &a [*a]"])
def test_records_that_are_none(store: Store, content: bytes) -> None:
    path = store.records / "zz.yaml"
    path.write_bytes(content)
    assert str(path) in said(store)


def test_the_same_number_twice(store: Store, people: People) -> None:
    with pytest.raises(Refused, match="a record with this number is there already"):
        put(store, slot(store, "machine-room"), people.officer)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights(store: Store) -> None:
    path = sorted((store.folder / "files").glob("*machine-room*"))[0]
    path.chmod(0)
    assert "is not there or unreadable" in said(store)
