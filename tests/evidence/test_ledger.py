"""The ledger: what is written is there, and what is changed is found."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from medcloud.crypto import Refused, load_trust
from medcloud.evidence.ledger import append, prove, sign_head, verify
from medcloud.evidence.ledger.entry import FIRST, line, parse
from medcloud.evidence.ledger.files import ENTRIES, head_path
from tests.crypto.people import TODAY, People
from tests.evidence.ledgers import filled

SCRIPT = Path(__file__).parents[2] / "tools/ledger_audit.py"


def bad(folder: Path, trust: Path, kept: Path | None = None) -> str:
    findings = verify(folder, load_trust(trust), today=TODAY, kept=kept).findings
    return "\n".join(finding.text.en for finding in findings)


def test_good(ledger: Path, trust: Path) -> None:
    report = verify(ledger, load_trust(trust), today=TODAY)
    assert (report.entries, report.heads, report.signed, report.unsigned) == (9, 2, 9, 0)
    assert report.findings == ()


def test_entries_are_plain_json(ledger: Path) -> None:
    first = json.loads((ledger / ENTRIES).read_bytes().splitlines()[0])
    assert first["kind"] == "policy-run"
    assert first["data"] == {"run": 0, "what": "策略"}


def test_more_after_the_last_head_is_told(ledger: Path, trust: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(ledger, tmp_path / "copy")
    append(copy, "policy-run", {})
    assert verify(copy, load_trust(trust), today=TODAY).unsigned == 1


def test_a_head_needs_the_right_signer(people: People, trust: Path, tmp_path: Path) -> None:
    for holder, words in ((people.other, "may not sign ledger"), (people.stranger, "trusted root")):
        folder = tmp_path / holder.certificate.names[0][1] / words
        append(folder, "policy-run", {})
        sign_head(folder, holder.key, [holder.certificate])
        assert words in bad(folder, trust)


def test_a_rollback_is_seen_with_a_kept_head(ledger: Path, trust: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(ledger, tmp_path / "copy")
    kept = head_path(ledger, 9)
    assert bad(copy, trust, kept) == ""
    head_path(copy, 9).unlink()
    lines = (copy / ENTRIES).read_bytes().splitlines(keepends=True)
    (copy / ENTRIES).write_bytes(b"".join(lines[:5]))
    assert bad(copy, trust) == ""
    assert "has not the 9 lines" in bad(copy, trust, kept)


def test_half_a_line_is_recovered(people: People, trust: Path, tmp_path: Path) -> None:
    folder = filled(tmp_path / "ledger", people)
    with (folder / ENTRIES).open("ab") as stream:
        stream.write(b'{"n":10,"at":"2026-')
    assert "the last line is incomplete" in bad(folder, trust)
    entry = append(folder, "policy-run", {"after": True})
    lines = (folder / ENTRIES).read_bytes().splitlines()
    recovered = parse(lines[9])
    assert recovered is not None
    assert (recovered.kind, recovered.data["bytes"], entry.n) == ("recovered", 19, 11)
    assert bad(folder, trust) == ""


def test_a_crash_in_the_first_line(tmp_path: Path) -> None:
    (tmp_path / ENTRIES).write_bytes(b'{"n":1,')
    assert append(tmp_path, "policy-run", {}).n == 2


@pytest.mark.parametrize("cut", [1, 700])
def test_nothing_is_built_on_damage(people: People, tmp_path: Path, cut: int) -> None:
    """A signed line that is cut is no crash."""
    folder = filled(tmp_path / "ledger", people)
    text = (folder / ENTRIES).read_bytes()
    (folder / ENTRIES).write_bytes(text[:-cut])
    with pytest.raises(Refused, match="the ledger is damaged"):
        append(folder, "policy-run", {})
    (folder / ENTRIES).write_bytes(text[:-3] + b"0" + text[-2:])
    with pytest.raises(Refused, match="the ledger is damaged"):
        append(folder, "policy-run", {})
    with pytest.raises(Refused, match="this line was changed"):
        sign_head(folder, people.officer.key, [people.officer.certificate])


def _writer(folder: Path, name: str, count: int) -> None:
    for number in range(count):
        append(folder, "policy-run", {"by": name, "number": number, "text": "长" * (number * 40)})


def test_two_processes_lose_nothing(trust: Path, tmp_path: Path) -> None:
    context = get_context("spawn")
    writers = [context.Process(target=_writer, args=(tmp_path, name, 60)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    report = verify(tmp_path, load_trust(trust), today=TODAY)
    assert (report.entries, report.findings) == (120, ())
    entries = [json.loads(line) for line in (tmp_path / ENTRIES).read_bytes().splitlines()]
    for name in "ab":
        assert [e["data"]["number"] for e in entries if e["data"]["by"] == name] == list(range(60))


def test_no_ledger_and_an_empty_one(people: People, trust: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no ledger"):
        verify(tmp_path, load_trust(trust), today=TODAY)
    (tmp_path / ENTRIES).touch()
    with pytest.raises(Refused, match="the ledger is empty"):
        sign_head(tmp_path, people.officer.key, [people.officer.certificate])


def script(*args: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(SCRIPT), *map(str, args)]  # no site-packages
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_auditors_script(ledger: Path, people: People, tmp_path: Path) -> None:
    people.officer.write(tmp_path / "officer")
    people.other.write(tmp_path / "other")
    done = script("ledger", ledger, tmp_path / "officer.pem")
    assert done.returncode == 0, done.stderr
    assert "good: 9 entries, 9 of them under a signed head" in done.stdout
    assert script("ledger", ledger, tmp_path / "other.pem").returncode == 1
    copy = shutil.copytree(ledger, tmp_path / "copy")
    text = (copy / ENTRIES).read_bytes()
    (copy / ENTRIES).write_bytes(text.replace(b'"run":3', b'"run":4'))
    done = script("ledger", copy, tmp_path / "officer.pem")
    assert (done.returncode, "entries.jsonl:4: changed" in done.stderr) == (1, True)
    assert script("ledger", tmp_path / "none", tmp_path / "officer.pem").returncode == 2


@pytest.mark.parametrize("n", range(1, 10))
def test_proofs(ledger: Path, people: People, tmp_path: Path, n: int) -> None:
    people.officer.write(tmp_path / "officer")
    proof = prove(ledger, n)
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(proof), encoding="utf-8")
    done = script("proof", path, tmp_path / "officer.pem")
    assert done.returncode == 0, done.stderr
    assert proof["line"] in done.stdout
    for change in (
        {"line": proof["line"].replace("policy", "police")},
        {"n": n + 1},
        {"head": proof["head"].replace("size: ", "size: 1")},
        {"path": proof["path"][1:]},
    ):
        path.write_text(json.dumps({**proof, **change}), encoding="utf-8")
        assert script("proof", path, tmp_path / "officer.pem").returncode == 1, change


def test_no_proof_without_a_head(ledger: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(ledger, tmp_path / "copy")
    append(copy, "policy-run", {})
    for n in (0, 10, 11):
        with pytest.raises(Refused, match="no signed head covers this line"):
            prove(copy, n)


def test_rewritten_from_the_start(ledger: Path, trust: Path, tmp_path: Path) -> None:
    """Every hash made anew: only what was signed tells."""
    copy = shutil.copytree(ledger, tmp_path / "copy")
    before, lines = FIRST, []
    for text in (copy / ENTRIES).read_bytes().splitlines():
        old = json.loads(text)
        lines.append(line(old["n"], old["at"], old["kind"], {"run": 99}, before))
        before = json.loads(lines[-1])["hash"]
    (copy / ENTRIES).write_bytes(b"\n".join(lines) + b"\n")
    found = bad(copy, trust).splitlines()
    assert len(found) == 2
    assert all("it was rewritten" in finding for finding in found)
    assert bad(copy, trust, head_path(ledger, 9)).count("it was rewritten") == 3
