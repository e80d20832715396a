"""The files of a `file://` backend."""

from __future__ import annotations

from pathlib import Path

from medcloud.engine.backend import mend, state_file


def test_half_written_files_are_removed_and_whole_ones_kept(tmp_path: Path) -> None:
    """As a kill between the attributes and the state left them on the lab."""
    states = tmp_path / "state/.pulumi/stacks/p"
    states.mkdir(parents=True)
    kept = {"s.json": "{}", "s.json.bak": "{}", "s.json.bak.attrs": "{}", "other.json.attrs": ""}
    for name, text in (kept | {"s.json.attrs": "", "s.json.18eb.tmp": "{"}).items():
        (states / name).write_text(text)
    assert sorted(mend(f"file://{tmp_path / 'state'}", "p", "s")) == ["s.json.18eb.tmp", "s.json.attrs"]
    assert {path.name for path in states.iterdir()} == set(kept)
    assert mend("s3://bucket", "p", "s") == []


def test_only_a_file_backend_has_a_file_of_the_state(tmp_path: Path) -> None:
    found = state_file(f"file://{tmp_path}/with%20space", "p", "s")
    assert found == tmp_path / "with space/.pulumi/stacks/p/s.json"
    assert state_file("s3://bucket", "p", "s") is None
