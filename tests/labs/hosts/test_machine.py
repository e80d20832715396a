"""A kind that cannot run here is refused before any download; a limit that cannot be raised is said."""

import os
from pathlib import Path

import pytest

from labs.base.errors import LabError
from labs.hosts import machine
from medcloud.doctor import hosts


def test_a_kind_that_cannot_run_is_refused_in_doctors_words(monkeypatch: pytest.MonkeyPatch) -> None:
    reason = hosts.Reason("无 tap", "no tap", "modprobe tun")
    monkeypatch.setattr(hosts, "lacking", lambda kind: reason if kind == "uml" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine.check(["namespace"])
    with pytest.raises(LabError, match=r"uml.*无 tap.*uml hosts cannot run here: no tap → modprobe tun"):
        machine.check(["namespace", "uml"])


def test_programs_of_root_are_found_after_a_plain_su(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine.check()
    assert os.environ["PATH"] == "/usr/bin:/usr/sbin:/sbin"


def test_a_limit_that_cannot_be_raised_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "INSTANCES", tmp_path)
    machine.room_for_many()
    assert "some twenty hosts at most" in capsys.readouterr().err
