"""What is released is the best that any checkout has proven."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from medcloud.matrix import digests
from medcloud.matrix.deciders import deciders
from medcloud.matrix.proofs import RUN
from tools.prove import record

KEYS = [decider.key for decider in deciders()][:4]
NOW = {d.key: digests.of_module(d.module) for d in deciders()}


def said(key: str, test: str, *, stale: bool = False) -> dict[str, Any]:
    by = {"6.5-b": {"test": test, "file": "x"}}
    return {"file": "old" if stale else NOW[key], "by": by, "switches": 1, "unnoticed": []}


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "proved.json"
    monkeypatch.setattr(record, "RELEASED", path)
    return path


def write(path: Path, **found: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"when": "w", "code": "c", **found}), "utf-8")


def test_each_decider_keeps_its_newest_proof_that_still_holds(tmp_path: Path, released: Path) -> None:
    ran, kept, both, older = KEYS
    write(
        tmp_path / RUN,
        deciders={
            ran: said(ran, "run"),
            both: said(both, "run"),
            older: said(older, "run", stale=True),
            "rule gone": said(ran, "run"),
        },
    )
    write(
        released,
        deciders={
            kept: said(kept, "released"),
            both: said(both, "released"),
            older: said(older, "released"),
        },
    )
    record.release(tmp_path)
    found = json.loads(released.read_text("utf-8"))["deciders"]
    tests = {key: row["by"]["6.5-b"]["test"] for key, row in found.items()}
    assert tests == {ran: "run", kept: "released", both: "run", older: "released"}
    assert all(set(row) == {"file", "by"} for row in found.values())


def test_the_first_release_is_the_run(tmp_path: Path, released: Path) -> None:
    write(tmp_path / RUN, deciders={KEYS[0]: said(KEYS[0], "run")})
    record.release(tmp_path)
    assert list(json.loads(released.read_text("utf-8"))["deciders"]) == KEYS[:1]
