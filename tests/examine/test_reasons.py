"""Reasons for findings that are left."""

from pathlib import Path

import pytest

from tools.examine import reasons


def test_each_reason_is_whole_and_of_an_examiner() -> None:
    assert set(reasons.reasons()) == {"openscap", "lynis", "ssh-audit"}


def test_a_reason_for_one_kind_of_host_holds_for_no_other() -> None:
    assert reasons.reason("lynis", "KRNL-6000", "namespace")
    assert reasons.reason("lynis", "KRNL-6000", "uml") is None
    assert reasons.reason("lynis", "AUTH-9230", "namespace") is None


def test_a_reason_without_words_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "reasons.yaml"
    file.write_text("lynis: {X-1: {kind: design, why: ''}}", "utf-8")
    monkeypatch.setattr(reasons, "FILE", file)
    with pytest.raises(ValueError, match="X-1"):
        reasons.reasons()
