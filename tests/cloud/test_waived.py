"""A stack says what of its region file only waivers let through, and its ledger keeps it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pulumi
import pytest

from medcloud.cloud.load_plan import load_plan
from medcloud.plan.protection import WaivedPlan
from medcloud.text import Text
from tests.plan import sample

WAIVED = WaivedPlan(
    place="pools.core.cores",
    item="6.1.1-c",
    text=Text("24 不够", "24 is too few"),
    waiver="W-12",
    reason="新主机",
    approved_by="陈安",
    until="2027-06-30",
)


@pytest.mark.parametrize("told", [False, True])
def test_it_is_told_and_kept(told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    settings = {"ledger": str(tmp_path / "ledger"), **({"waivers": "w.yaml"} if told else {})}
    plan = replace(sample.plan(), waived=(WAIVED,))
    monkeypatch.setattr(pulumi.runtime, "is_dry_run", lambda: True)
    monkeypatch.setattr(pulumi.Config, "get", lambda self, key: settings.get(key))
    monkeypatch.setattr(pulumi.log, "warn", said.append)
    monkeypatch.setattr(import_module("medcloud.cloud.load_plan"), "open_plan", lambda *_, **__: plan)
    assert load_plan("region.yaml")[0].waived == (WAIVED,)
    (text,) = said
    assert "24 is too few; waived by W-12 until 2027-06-30" in text
    assert ("medcloud:waivers region.waivers.yaml" in text) is not told
    (line,) = (tmp_path / "ledger" / "entries.jsonl").read_text("utf-8").splitlines()
    kept = json.loads(line)
    assert kept["kind"] == "waiver-used"
    assert (kept["data"]["waiver"], kept["data"]["place"], kept["data"]["preview"]) == (
        "W-12",
        "pools.core.cores",
        True,
    )
