"""One cause is one finding, in one order, with a remedy that is possible; slips of the pen are named."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from medcloud.model import RegionError, parse
from tests.model.sample import SAMPLE, changed, findings
from tests.support.spoil_text import bad_region

CAUSES: Mapping[str, tuple[str, Any, str]] = {
    "a centre that is not there": ("pools/core/centres", ["c1", "c2", "r9"], "pools.core.centres[2]"),
    "a site that is not there": ("centres/c2/site", "dahsi", "centres.c2.site"),
    "a pool without a recovery centre": ("pools/core/centres", ["c1", "c2"], "workloads.his.pool"),
    "a pool of level 4 in a public centre": (
        "pools/core/centres",
        ["c1", "c2", "r1", "p1"],
        "workloads.his.pool",
    ),
    "no domain for a level": ("domains/core/levels", [5], "workloads.his.level"),
    "level 4 exposed": ("workloads/emr/exposure", "public", "workloads.emr.exposure"),
    "no image": (
        "images",
        {"kylin-v10": {"file": "i"}, "anolis-8": {"file": "i"}, "uos-20": {"file": "i"}},
        "pools.general.os",
    ),
}


@pytest.mark.parametrize("name", CAUSES)
def test_one_cause_is_one_finding(name: str) -> None:
    path, value, place = CAUSES[name]
    text = changed("workloads/emr/port", 443) if name == "level 4 exposed" else SAMPLE
    assert [finding.place.path for finding in findings(changed(path, value, text))] == [place]


def test_the_order_is_the_same_in_each_run(tmp_path: Path) -> None:
    ring = changed("workloads/his/depends_on", ["lis", "emr", "pacs"])
    for name in ("lis", "emr", "pacs"):
        ring = changed(f"workloads/{name}/depends_on", ["his"], ring)
    bad = tmp_path / "region.yaml"
    bad.write_text(
        changed("interpretation", ["own_instruction_sets_only", "private_from_level_3"], ring), "utf-8"
    )
    shown = set()
    for seed in range(4):
        command = [sys.executable, "-m", "medcloud", "check", str(bad), "--json"]
        env = {**os.environ, "PYTHONHASHSEED": str(seed)}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stderr
        shown.add(done.stdout)
    assert len(shown) == 1


def test_remedies_of_accelerators_are_possible() -> None:
    (finding,) = findings(changed("workloads/ai/size/gpus", 1))
    assert finding.remedy.en.startswith("remove gpus")
    pool = changed("pools/general/gpu", {"alias": "a", "per_host": 2})
    (finding,) = findings(changed("workloads/ai/size/gpus", 3, pool))
    assert finding.remedy.en.startswith("write 2 or less")
    assert findings(changed("workloads/ai/size/gpus", 2, pool)) == ()


def test_a_call_needs_the_consent_of_who_is_called() -> None:
    (finding,) = findings(changed("workloads/lis/calls", ["emr"]))
    assert finding.place.path == "workloads.lis.calls[0]"
    assert finding.remedy.en == "add lis or kind:lis to workloads.emr.accepts"


def test_level_4_is_not_told_to_be_public() -> None:
    (finding,) = findings(changed("workloads/his/callers", ["internet"]))
    assert finding.remedy.en == "remove internet from callers"
    (finding,) = findings(changed("workloads/gateway/callers", ["internet"]))
    assert "exposure: public" in finding.remedy.en


def test_remedies_that_show_yaml_have_half_width_colons() -> None:
    for seed in range(60):
        text, _name = bad_region(random.Random(seed))  # noqa: S311  # a seed that can be run again
        with pytest.raises(RegionError) as refused:
            parse(text, "x")
        for finding in refused.value.findings:
            assert not re.search(r"(写|添加) ?[a-z_]+：", finding.remedy.zh), finding


SLIPS = {
    "a full-width colon": ("version: 1\n", "version：1\n", "full-width ：", "write :"),
    "a full-width colon within braces": (
        "{kind: lis, level: 3,",
        "{kind: lis, level：3,",
        "full-width colon",
        "write level: 3",
    ),
    "a quoted number": ("password_days: 90", 'password_days: "90"', "is quoted", "write 90 without quotes"),
    "a conflict": ("sites:\n", "<<<<<<< HEAD\nsites:\n", "unresolved merge conflict", "keep one side"),
    "a tab": ("  id: panyu\n", "\tid: panyu\n", "a tab", "use blanks"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slips_are_named_for_what_they_are(name: str) -> None:
    old, new, message, remedy = SLIPS[name]
    assert old in SAMPLE
    with pytest.raises(RegionError) as refused:
        parse(SAMPLE.replace(old, new, 1), "x")
    said = [f for f in refused.value.findings if message in f.message.en]
    assert len(said) == 1, refused.value
    assert remedy in said[0].remedy.en
    line = SAMPLE[: SAMPLE.index(old)].count("\n") + 1
    assert abs(said[0].place.line - line) <= 1
