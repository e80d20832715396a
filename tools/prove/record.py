"""Keeping what was found: in the working copy for the next run, and released with the package."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from medcloud.matrix import digests
from medcloud.matrix.deciders import deciders
from medcloud.matrix.proofs import RELEASED, RUN
from medcloud.matrix.results import read
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
    _write(path, run)


def release(root: Path) -> None:
    """Keep the run in the package, without what only a developer asks for.

    What the run did not look at stays as it was released: another checkout may have proven it.
    """
    run, before = read(root / RUN), read(RELEASED)
    kept = {}
    for decider in sorted(deciders(), key=lambda one: one.key):
        runs = (said.get("deciders", {}) for said in (run, before))
        found = [proven[decider.key] for proven in runs if decider.key in proven]
        of_now = [said for said in found if said["file"] == digests.of_module(decider.module)]
        for said in (of_now or found)[:1]:
            kept[decider.key] = {"file": said["file"], "by": said["by"]}
    _write(RELEASED, {"when": run["when"], "code": run["code"], "deciders": kept})


def _write(path: Path, run: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    lines = (f"  {json.dumps(key)}: {json.dumps(said)}" for key, said in run["deciders"].items())
    head = {key: value for key, value in run.items() if key != "deciders"}
    text = json.dumps(head, indent=1)[:-2] + ',\n "deciders": {\n' + ",\n".join(lines) + "\n }\n}\n"
    part.write_text(text, encoding="utf-8")
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
