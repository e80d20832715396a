"""Keeping what was found, for `medcloud coverage` and for the next run."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from medcloud.coverage import digests
from medcloud.coverage.deciders import deciders
from medcloud.coverage.proofs import RUN
from medcloud.coverage.results import read
from tools.prove.session import Outcome


def keep(root: Path, outcomes: Iterable[Outcome], seconds: float) -> None:
    """Write the run; deciders that were not of it keep what was found before, those that are gone go."""
    path = root / RUN
    before = read(path).get("deciders", {})
    there = {decider.key for decider in deciders()}
    found = {key: said for key, said in before.items() if key in there}
    found |= {outcome.decider.key: _said(root, outcome) for outcome in outcomes}
    run = {
        "when": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "code": digests.of_code(),
        "seconds": round(seconds, 1),
        "deciders": dict(sorted(found.items())),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.rename(path)


def _said(root: Path, outcome: Outcome) -> dict[str, Any]:
    by = {
        item: {"test": test, "file": digests.of_file(root / test.partition("::")[0])}
        for item, test in sorted(outcome.by.items())
    }
    return {
        "file": digests.of_module(outcome.decider.module),
        "by": by,
        "switches": outcome.switches,
        "unnoticed": outcome.unnoticed,
    }
