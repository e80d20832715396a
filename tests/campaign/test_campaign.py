"""A campaign runs the rounds that were asked for under its seed, and sums up what they noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.text import Text
from tools.campaign import __main__ as campaign
from tools.campaign.summary import summary
from tools.campaign.table import CAMPAIGNS, Row

TEST = """
import os, pytest
from tests.support import campaign
@pytest.mark.rounds
@pytest.mark.parametrize("number", range(campaign.count(1)))
def test_round(number):
    campaign.note({"number": number, "seed": campaign.seed(), "kind": "even" if number % 2 == 0 else "odd"})
    assert number != int(os.environ.get("FAILS_AT", "-1"))
def test_other(): raise ValueError("no part of it")
"""


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "test_few.py"
    file.write_text(TEST)
    monkeypatch.setitem(CAMPAIGNS, "kills", Row(str(file), 2, "试", "trial"))
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["tests.support.campaign"]')
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = rounds: x\n")
    monkeypatch.setenv("PYTHONPATH", str(campaign.ROOT))
    return tmp_path / "summary.md"


def test_count_and_seed_reach_the_rounds(few: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert campaign.main(["kills", "--count", "3", "--seed", "77", "--summary", str(few)]) == 0
    text = few.read_text("utf-8")
    assert "| 轮数，种子 / rounds, seed | 3, 77 |" in text
    assert "| seed | 77–77" in text
    assert "| kind | even: 2, odd: 1 |" in text
    assert text in capfd.readouterr().out


def test_a_round_that_fails_fails_the_campaign(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILS_AT", "1")
    assert campaign.main(["kills", "--seed", "1", "--summary", str(few)]) == 1
    assert "未通过 / failed" in few.read_text("utf-8")
    assert "| 记录的轮次 / rounds noted | 2 |" in few.read_text("utf-8")


def test_no_round_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert campaign.main(["kills", "--count", "0"]) == 2
    assert "--count" in capsys.readouterr().err


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_each_names_tests_with_the_mark_that_take_a_count(name: str) -> None:
    text = (campaign.ROOT / CAMPAIGNS[name].tests).read_text("utf-8")
    assert "pytest.mark.rounds" in text
    assert "campaign.count(" in text and "campaign.seed()" in text and "campaign.note(" in text


def test_notes_of_each_kind_are_summed_up() -> None:
    rounds = [
        {"whole": True, "actions": {"adopted": 2}, "types": ["a", "b"], "seconds": 1.5, "left": {}},
        {"whole": False, "actions": {"adopted": 1, "removed": 1}, "types": ["a"], "seconds": 4.5, "left": {}},
    ]
    lines = summary({Text.of("x"): 1}, rounds).splitlines()
    assert lines[2:] == [
        "| x | 1 |",
        "| 记录的轮次 / rounds noted | 2 |",
        "| whole | False: 1, True: 1 |",
        "| actions | adopted: 3, removed: 1 |",
        "| types | a: 2, b: 1 |",
        "| seconds | 1.5–4.5: 中位 3.0 / median 3.0 |",
        "| left | 0 |",
    ]
