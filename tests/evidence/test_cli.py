"""`medcloud evidence`, `ledger` and `waiver`, as a person uses them."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from medcloud.cli import main
from medcloud.evidence import Store
from tests.crypto.openssl import says_good
from tests.crypto.people import TODAY, People, trust_folder
from tests.evidence.stores import FACTS, put
from tests.evidence.test_missing import record, slot
from tests.waivers.test_load import text as waivers_text

ROOT = Path(__file__).parents[2]
REGION = ROOT / "examples/panyu/region.yaml"
ON = ("--on", str(TODAY))


def run(*args: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def key(people: People, tmp_path: Path) -> tuple[str, ...]:
    """The officer's options."""
    people.officer.write(tmp_path / "officer")
    return "--key", str(tmp_path / "officer.key"), "--cert", str(tmp_path / "officer.pem")


@pytest.fixture
def panyu(people: People, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """The sample region with lists and trust but no records."""
    folder = tmp_path / "panyu"
    trust_folder(folder / "trust", people.root, [people.crl])
    for name in ("parts.csv", "software.csv"):
        (folder / name).write_bytes((REGION.parent / "evidence" / name).read_bytes())
    return REGION, "--folder", folder


def test_add_sign_verify(panyu: tuple[object, ...], key: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "机房 报告.pdf").write_bytes(b"%PDF-1.7 report")
    said = ("--document", "machine-room", "--scope", "site", "--thing", "shiqiao", "--issuer", "检测院")
    done = run(
        "evidence", "add", *panyu, tmp_path / "机房 报告.pdf", *said, "--number", "7", "--date", "2026-11-01"
    )
    assert done.exit_code == 0, done.output
    unsigned = run("evidence", "verify", *panyu, *ON)
    assert (unsigned.exit_code, "is not signed" in unsigned.output) == (1, True)
    done = run("evidence", "sign", *panyu, *key, *ON)
    assert done.exit_code == 0, done.output
    assert "已签名 / signed" in done.output
    done = run("evidence", "verify", *panyu, *ON, "--json")
    report = json.loads(done.stdout)
    assert (done.exit_code, report) == (0, {"format": "medcloud-findings/1", "records": 1, "findings": []})
    listed = json.loads(run("evidence", "list", *panyu, *ON, "--json").stdout)
    (own,) = [s for s in listed["slots"] if s["document"] == "machine-room" and s["site"] == "shiqiao"]
    assert (own["state"], own["signers"], own["items"]) == ("good", ["O=区卫健局,CN=陈安"], ["6.5-a"])
    entries = (tmp_path / "panyu/ledger/entries.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["kind"] for line in entries] == ["evidence-added", "evidence-signed"]


def test_an_empty_file_is_no_document(panyu: tuple[object, ...], tmp_path: Path) -> None:
    (tmp_path / "report.pdf").touch()
    said = ("--document", "machine-room", "--scope", "site", "--thing", "shiqiao", "--issuer", "检测院")
    done = run(
        "evidence", "add", *panyu, tmp_path / "report.pdf", *said, "--number", "7", "--date", "2026-11-01"
    )
    assert (done.exit_code, "the file is empty" in done.output) == (1, True)
    assert not (tmp_path / "panyu/records").exists()


def test_openssl_verifies_a_record(store: Store, people: People, tmp_path: Path) -> None:
    """As docs/evidence.md says: cut at ``---``, decode, verify."""
    people.officer.write(tmp_path / "officer")
    payload, _, block = record(store, "machine-room").read_text(encoding="utf-8").partition("---\n")
    lines = block.partition("value: |\n")[2].partition("  certificates:")[0].split()
    (tmp_path / "signature.b64").write_text("\n".join(lines) + "\n", encoding="ascii")
    (tmp_path / "message").write_text(payload, encoding="utf-8")
    from tests.crypto.openssl import made  # noqa: PLC0415  # only here

    (tmp_path / "signature").write_bytes(made("base64", "-d", "-in", "signature.b64", cwd=tmp_path))
    assert says_good(tmp_path / "message", tmp_path / "signature", tmp_path / "officer.pem")


def test_an_altered_file_is_not_signed(
    panyu: tuple[object, ...], key: tuple[str, ...], tmp_path: Path
) -> None:
    store = Store(tmp_path / "panyu")
    put(store, slot(Store(store.folder), "machine-room"), None)
    next((store.folder / "files").iterdir()).write_bytes(b"another")
    done = run("evidence", "sign", *panyu, *key, *ON)
    assert done.exit_code == 1
    assert "the file is not the one recorded" in done.output


def test_who_may_not_sign(panyu: tuple[object, ...], people: People, tmp_path: Path) -> None:
    people.other.write(tmp_path / "other")
    options = "--key", tmp_path / "other.key", "--cert", tmp_path / "other.pem"
    done = run("evidence", "sign", *panyu, *options, *ON)
    assert (done.exit_code, "may not sign evidence" in done.output) == (1, True)
    people.officer.write(tmp_path / "officer")
    options = "--key", tmp_path / "other.key", "--cert", tmp_path / "officer.pem"
    put(Store(tmp_path / "panyu"), slot(Store(tmp_path / "panyu"), "machine-room"), None)
    done = run("evidence", "sign", *panyu, *options, *ON)
    assert (done.exit_code, "is not that of the certificate" in done.output) == (1, True)


def test_due(panyu: tuple[object, ...], people: People, tmp_path: Path) -> None:
    store = Store(tmp_path / "panyu")
    place = slot(store, "machine-room")
    assert place.thing in FACTS.sites
    path = put(store, place, people.officer, until=TODAY + timedelta(30))
    done = run("evidence", "due", *panyu, *ON)
    assert (done.exit_code, "expires on 2026-12-20" in done.output) == (0, True)
    assert run("evidence", "due", *panyu, *ON, "--days", 29).stdout == ""
    strict = run("evidence", "due", *panyu, *ON, "--strict")
    assert (strict.exit_code, "is missing" in strict.output) == (1, True)
    late = run("evidence", "due", *panyu, "--on", "2026-12-21", "--json")
    report = json.loads(late.stdout)
    assert (late.exit_code, len(report["findings"]), report["findings"][0]["item"]) == (1, 1, "6.5-a")
    assert report["findings"][0]["place"] == str(path)


def test_ledger(people: People, key: tuple[str, ...], trust: Path, tmp_path: Path) -> None:
    folder = ("--folder", tmp_path / "ledger")
    for number in range(3):
        assert run("ledger", "append", *folder, "policy-run", stdin=json.dumps({"n": number})).exit_code == 0
    trusted = ("--trust", trust)
    done = run("ledger", "verify", *folder, *trusted, "--strict")
    assert (done.exit_code, "3 at the end unsigned" in done.output) == (1, True)
    assert run("ledger", "append", *folder, "policy-run", stdin="[]").exit_code == 1
    assert run("ledger", "head", *folder, *key).exit_code == 0
    assert json.loads(run("ledger", "prove", *folder, 2).stdout)["n"] == 2
    assert run("ledger", "prove", *folder, 4).exit_code == 1
    path = tmp_path / "ledger/entries.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"n":1}', b'"n":7}'))
    done = run("ledger", "verify", *folder, *trusted, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["findings"][0]["place"].endswith("entries.jsonl:2")


def test_waiver(key: tuple[str, ...], trust: Path, tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_bytes(waivers_text(level="5"))
    done = run("waiver", "sign", path, *key, *ON)
    assert (done.exit_code, "data level 5 may not be waived" in done.output) == (1, True)
    path.write_bytes(waivers_text())
    assert run("waiver", "check", path, "--trust", trust, *ON).exit_code == 1
    assert run("waiver", "sign", path, *key, *ON).exit_code == 0
    done = run("waiver", "check", path, "--trust", trust, *ON)
    assert (done.exit_code, "W-1  [7.2.1-b]" in done.output) == (0, True)


def test_no_traceback_for_what_is_not_there(tmp_path: Path) -> None:
    done = run("evidence", "list", REGION, "--folder", tmp_path / "none")
    assert done.exit_code == 1
    assert "cannot be read: No such file" in done.output
    done = run("ledger", "prove", "--folder", tmp_path / "none", 1)
    assert (done.exit_code, "there is no ledger" in done.output) == (1, True)
