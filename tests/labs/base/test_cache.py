"""The cache of everything: where it is, entries whole or absent."""

from pathlib import Path

import pytest

from labs.base import cache


def test_root_by_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("MEDCLOUD_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache.root() == tmp_path / ".cache/medcloud"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.root() == tmp_path / "xdg/medcloud"
    monkeypatch.setenv("MEDCLOUD_CACHE", "~/own")
    assert cache.root() == tmp_path / "own"


def test_fill_is_whole_or_absent(tmp_path: Path) -> None:
    target = tmp_path / "built/entry"

    def half(scratch: Path) -> None:
        (scratch / "a").write_text("half")
        raise RuntimeError("cut off")

    def whole(scratch: Path) -> None:
        (scratch / "a").write_text("whole")

    with pytest.raises(RuntimeError):
        cache.fill(target, half)
    assert list(target.parent.iterdir()) == []
    (target.parent / ".entry.killed").mkdir()  # what a SIGKILL leaves
    cache.fill(target, whole)
    assert [path.name for path in target.parent.iterdir()] == ["entry"]
    assert (target / "a").read_text() == "whole"
