"""A pytest plugin for campaigns: a few rounds here, as many as one wants by `python -m tools.campaign`.

The rounds follow from a seed, which is drawn anew for each run and printed at its end.
"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

COUNT, SEED, LOG = "MEDCLOUD_CAMPAIGN_COUNT", "MEDCLOUD_CAMPAIGN_SEED", "MEDCLOUD_CAMPAIGN_LOG"
"""Variables, so that workers of pytest-xdist draw the same."""


def pytest_configure() -> None:
    """Draw the seed, before any test module is read."""
    os.environ.setdefault(SEED, str(random.SystemRandom().randrange(10**6)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say the seed where rounds ran."""
    ran = [r for what in ("passed", "failed", "rerun") for r in terminalreporter.getreports(what)]
    if any("rounds" in report.keywords for report in ran):
        terminalreporter.write_line(
            f"战役种子 / campaign seed: {seed()} (make campaign NAME=… SEED={seed()})"
        )


def count(few: int) -> int:
    """Rounds of this run: the campaign's, or a few."""
    return int(os.environ.get(COUNT, few))


def seed() -> int:
    """Of this run."""
    return int(os.environ[SEED])


def note(entry: dict[str, Any]) -> None:
    """One round's line in the campaign's log, if there is one."""
    if path := os.environ.get(LOG):
        with Path(path).open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry, ensure_ascii=False) + "\n")
