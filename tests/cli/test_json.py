"""What ``--json`` prints has one shape: a document that names its format, keys in snake_case."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.evidence import ledger
from medcloud.hosts.audit.result import HostReport, Result, Status
from medcloud.hosts.controls import catalogue
from medcloud.hosts.report.data import data
from medcloud.recover.core.report import Drift, Outcome, Report
from medcloud.text import Text
from tests.cli.test_commands import ROOT
from tests.cli.test_one_language import leaves
from tests.crypto.people import TODAY, People, trust_folder

REGION = str(ROOT / "examples/panyu/region.yaml")
ON = ("--on", str(TODAY))
EVIDENCE = (REGION, "--folder", "evidence", *ON)
STACK = ("--stack", "s", "-C", ".")
CASES: dict[str, tuple[str, ...]] = {
    "check": (REGION,),
    "coverage": ("7.2.1-a",),
    "diff": (REGION, REGION),
    "doctor": (),
    "drift": STACK,
    "evidence due": EVIDENCE,
    "evidence list": EVIDENCE,
    "evidence verify": EVIDENCE,
    "harden clauses": (),
    "harden report": ("report.json",),
    "ledger verify": ("--folder", "evidence/ledger", "--trust", "evidence/trust", *ON),
    "plan": (REGION,),
    "recover": STACK,
}
SAME_AS_REPORT = {"harden apply", "harden audit"}  # cli/harden/_write.py writes all three
TO_A_FILE = {"review"}  # tests/review/test_json.py, by its schema
CAMEL = re.compile(r"[a-z][A-Z]")


@pytest.fixture
def desk(tmp_path: Path, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    urn = "urn:pulumi:s::p::a:b:C::n"
    outcome = Outcome(urn, "a:b:C", "unresolved", ("1",), Text("甲", "a"))
    monkeypatch.setattr("medcloud.cli.recover.recover", lambda *_, **__: Report([outcome], orphans=1))
    monkeypatch.setattr("medcloud.cli.drift.drift", lambda *_, **__: [Drift(urn, "tags", "a", "b")])
    result = Result(catalogue.control("umask"), Status.FAIL, (Text.of("022"),))
    report = data([HostReport("h-1", "anolis-8", results=(result,))])
    (tmp_path / "report.json").write_text(json.dumps(report), "utf-8")
    (tmp_path / "Pulumi.yaml").write_text("name: x\nruntime: python\n", "utf-8")
    trust_folder(tmp_path / "evidence/trust", people.root, [people.crl])
    for name in ("parts.csv", "software.csv"):
        listed = ROOT / "examples/panyu/evidence" / name
        (tmp_path / "evidence" / name).write_bytes(listed.read_bytes())
    ledger.append(tmp_path / "evidence/ledger", "noted", {"a": 1})
    monkeypatch.chdir(tmp_path)


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from keys(each)
    if isinstance(value, list):
        for each in value:
            yield from keys(each)


def test_every_command_that_prints_json_has_a_case() -> None:
    printing = {name for name, command in leaves(main) if any("--json" in p.opts for p in command.params)}
    assert printing == {*CASES, *SAME_AS_REPORT, *TO_A_FILE}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.usefixtures("desk")
def test_it_is_a_document(name: str) -> None:
    said = CliRunner().invoke(main, [*name.split(), *CASES[name], "--json"]).stdout
    found = json.loads(said)
    assert next(iter(found)) == "format"
    assert re.fullmatch(r"medcloud-[a-z]+/[1-9]\d*", found["format"])
    assert [key for key in keys(found) if CAMEL.search(key)] == []
