"""What the last runs of the tests came to; the runs write it themselves (tools/prove/results.py)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(".medcloud") / "results"


@dataclass(frozen=True)
class Result:
    """One test at its last run."""

    test: str
    """Its id, e.g. ``tests/plan/test_traffic.py::test_keys``."""
    items: tuple[str, ...]
    outcome: str
    """passed, failed, skipped or error."""
    when: str
    """Start of the run, ISO 8601 in UTC."""
    code: str
    """Digest of the code that was tested."""

    @property
    def file(self) -> str:
        """The test's file."""
        return self.test.partition("::")[0]

    @property
    def function(self) -> str:
        """The test without its parameters."""
        return self.test.partition("[")[0]


def results(root: Path) -> dict[str, Result]:
    """The newest result of each test that is still there; a file that cannot be read says nothing."""
    found: dict[str, Result] = {}
    for path in sorted((root / FOLDER).glob("*.json")):
        for result in _of(read(path)):
            before = found.get(result.test)
            if before is None or before.when <= result.when:
                found[result.test] = result
    last = {result.function: result for result in sorted(found.values(), key=lambda result: result.when)}
    texts = {file: _text(root / file) for file in {result.file for result in found.values()}}
    return {
        test: result
        for test, result in found.items()
        if f"def {result.function.rpartition('::')[2]}(" in texts[result.file]
        and ("[" in test) == ("[" in last[result.function].test)  # it was given parameters, or lost them
    }


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def read(path: Path) -> Mapping[str, Any]:
    """A JSON file's mapping; empty when there is none or it is damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _of(run: Mapping[str, Any]) -> list[Result]:
    when, code = str(run.get("when", "")), str(run.get("code", ""))
    tests = run.get("tests")
    return [
        Result(test, tuple(map(str, said["items"])), str(said["outcome"]), when, code)
        for test, said in (tests.items() if isinstance(tests, dict) else ())
        if isinstance(said, dict) and {"items", "outcome"} <= set(said)
    ]
