"""The demonstration set of the sample region: complete, and no proof of anything."""

from __future__ import annotations

import shutil
from datetime import datetime, timezone
from pathlib import Path

import pytest

from medcloud.evidence import Store, missing
from medcloud.evidence.ledger import verify
from medcloud.model import load
from medcloud.region_files.facts import facts_of
from tools.demo_evidence import fill

SAMPLE = Path(__file__).parents[2] / "examples/panyu"


def test_demo(tmp_path: Path) -> None:
    facts, today = facts_of(load(SAMPLE / "region.yaml")), datetime.now(timezone.utc).date()
    for name in ("parts.csv", "software.csv"):
        shutil.copyfile(SAMPLE / "evidence" / name, tmp_path / name)
    count = fill(facts, tmp_path, today)
    assert count == len(list((tmp_path / "records").iterdir())) > 100
    assert missing(facts, Store(tmp_path), today, demo=True) == ()
    assert len(missing(facts, Store(tmp_path), today)) > 100
    assert all("DEMO" in path.read_text(encoding="utf-8") for path in (tmp_path / "files").iterdir())
    assert all("DEMO" in path.read_text(encoding="utf-8") for path in (tmp_path / "records").iterdir())
    assert verify(tmp_path / "ledger", Store(tmp_path).trust, today=today).findings == ()
    (tmp_path / "trust/anchors/real.pem").touch()
    with pytest.raises(SystemExit, match="real evidence"):
        fill(facts, tmp_path, today)


def test_no_private_key_is_in_the_repository() -> None:
    ignored = (SAMPLE / "evidence/.gitignore").read_text(encoding="utf-8")
    assert "/keys/" in ignored.splitlines()
