"""Reasons for findings that are left, and what comes of findings without."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from tools.examine import known, reasons
from tools.examine.cli import verdict
from tools.examine.reasons import Reason, Reasons

GOOD = "lynis: {X-1: {kind: not-applicable, zh: 无, en: none}}"


def test_each_reason_is_whole_and_of_an_examiner() -> None:
    assert set(reasons.load()) == set(reasons.EXAMINERS)


def test_a_reason_for_one_kind_of_host_holds_for_no_other() -> None:
    found = reasons.load()
    assert found.find("lynis", "KRNL-6000", "namespace", "anolis-8")
    assert found.find("lynis", "ACCT-9628", "namespace", "anolis-8")
    assert found.find("lynis", "ACCT-9628", "uml", "anolis-8") is None
    assert found.find("openscap", "rpm_verify_permissions", "uml", "uos-server-20")
    assert found.find("openscap", "rpm_verify_permissions", "uml", "anolis-8") is None
    assert found.find("lynis", "AUTH-9230", "namespace", "anolis-8") is None


def test_kinds_of_hosts_may_have_their_own_reasons() -> None:
    here, there = WHY._replace(only="namespace"), WHY._replace(only="uml", en="another")
    found = Reasons(lynis={"X-1": (here, there)})
    assert found.find("lynis", "X-1", "namespace", "anolis-8") == here
    assert found.find("lynis", "X-1", "uml", "anolis-8") == there
    assert found.find("lynis", "X-1", "emulator", "anolis-8") is None


def test_a_reason_for_one_finding_of_an_id_covers_no_other() -> None:
    found = Reasons(lynis={"X-1": (WHY._replace(text="(Port ("),)})
    assert found.find("lynis", "X-1", "uml", "anolis-8", "harden it (Port (set 22 to ))")
    assert found.find("lynis", "X-1", "uml", "anolis-8", "harden it (MaxSessions (set 4 to 2))") is None
    assert found.find("lynis", "X-1", "uml", "anolis-8") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace("zh: 无", "zh: ''"), "X-1: no words"),
        (GOOD.replace("en: none", "en: ' '"), "X-1: no words"),
        (GOOD.replace(", en: none", ""), "X-1: .*en"),
        (GOOD.replace("not-applicable", "design"), "X-1: kind is design"),
        (GOOD.replace("en: none", "en: none, only: cloud"), "X-1: only is cloud"),
        (GOOD.replace("en: none", "en: none, why: x"), "X-1: .*why"),
        (GOOD.replace("lynis", "nessus"), "nessus: X-1: no such examiner"),
        (f"{GOOD[:-1]}, X-1: {{kind: not-applicable, zh: 无, en: none}}}}", "X-1 is there twice"),
        (f"{GOOD}\n{GOOD}", "lynis is there twice"),
        ("lynis: {X-1: [{kind: design, zh: 无, en: none}]}", "X-1: kind is design"),
    ],
)
def test_what_is_not_whole_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "reasons.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=words):
        reasons.load(file)


def test_a_whole_one_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "reasons.yaml"
    file.write_text(GOOD, "utf-8")
    assert reasons.load(file) == {"lynis": {"X-1": (Reason("not-applicable", "无", "none"),)}}


@pytest.mark.lab
@pytest.mark.hostlab
@pytest.mark.parametrize("examiner", reasons.EXAMINERS)
def test_each_entry_names_what_the_examiner_has(examiner: str) -> None:
    unknown = set(reasons.load()[examiner]) - known.ids()[examiner]
    assert not unknown, sorted(unknown)


REPORT: dict[str, Any] = {
    "host": "a-1",
    "system": "anolis-8",
    "kind": "uml",
    "rounds": {
        "before": [
            {"examiner": "lynis", "findings": [{"id": "B-1", "severity": "", "text": "", "reason": None}]}
        ],
        "after": [
            {
                "examiner": "lynis",
                "findings": [{"id": "X-1", "severity": "low", "text": "t", "reason": {}}],
                "missing": {"P-1": 2},
            }
        ],
    },
}
WHY = Reason("not-applicable", "无", "none")


def test_findings_that_have_reasons_are_good(capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict([REPORT], Reasons(lynis={"X-1": (WHY,)})) == 0
    assert capsys.readouterr() == ("", "")


def test_one_without_a_reason_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    report = copy.deepcopy(REPORT)
    report["rounds"]["after"][0]["findings"][0]["reason"] = None
    assert verdict([report], Reasons(lynis={"X-1": (WHY,)})) == 1
    said = capsys.readouterr()
    assert said.out == "a-1\tlynis\tlow\tX-1\tt\n"
    assert "1 项无理由" in said.err


def test_a_reason_for_nothing_is_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    rows: dict[str, tuple[Reason, ...]] = {
        "X-1": (WHY,),
        "Y-1": (WHY,),
        "P-1": (WHY,),  # points that are lost without a finding
        "Z-1": (WHY._replace(only="namespace"),),
        "Z-2": (WHY._replace(systems=("uos-server-20",)),),
    }
    assert verdict([REPORT], Reasons(lynis=rows, openscap={"O": (WHY,)})) == 0
    said = capsys.readouterr().err
    assert "lynis: Y-1" in said
    assert not any(word in said for word in ("X-1", "P-1", "Z-1", "Z-2", "openscap"))
