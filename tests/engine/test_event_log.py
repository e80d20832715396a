"""Event logs: what is kept of one, and what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from medcloud.engine.errors import EngineFailed
from medcloud.engine.event_log import parse, read

LINES = [
    {"sequence": 1, "timestamp": 100, "preludeEvent": {"config": {"a": "b"}}},
    {"sequence": 2, "timestamp": 101, "resourcePreEvent": {"metadata": {"op": "create", "urn": "u"}}},
    {"sequence": 3, "timestamp": 102, "resOutputsEvent": {"metadata": {"op": "same", "urn": "v"}}},
    {"sequence": 4, "timestamp": 103, "resOpFailedEvent": {"metadata": {"op": "update", "urn": "u"}}},
    {"sequence": 5, "timestamp": 104, "policyAnalyzeSummaryEvent": {"passed": ["one"], "failed": []}},
    {"sequence": 6, "timestamp": 105, "policyAnalyzeStackSummaryEvent": {"failed": ["two"]}},
    {"sequence": 7, "timestamp": 106, "diagnosticEvent": {"severity": "error", "message": "m"}},
    {"sequence": 8, "timestamp": 107, "diagnosticEvent": "odd"},
    {"sequence": 9, "timestamp": 108, "summaryEvent": {"result": "failed"}},
]
TEXT = "".join(json.dumps(line) + "\n" for line in LINES)


def test_each_kind_of_event_is_kept_apart() -> None:
    log = parse(TEXT, "log")
    assert log.started == 100
    assert [step["urn"] for step in (*log.steps, *log.outputs, *log.failures)] == ["u", "v", "u"]
    assert [sorted(event) for event in log.judged] == [["failed", "passed"], ["failed"]]
    assert len(log.prelude) == len(log.diagnostics) == len(log.summaries) == 1


def test_a_line_that_a_kill_cut_off_is_left_out() -> None:
    assert len(parse(TEXT[:-20], "log").diagnostics) == 1
    with pytest.raises(EngineFailed, match=r"^log:9: .*is not a line"):
        parse(TEXT[:-20] + "\n", "log")


@pytest.mark.parametrize("text", ["", "not json\n{}\n", "{}\n", "[1]\n", '{"a": 1}\n'])
def test_what_is_no_event_log_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(EngineFailed, match=r"^log\.json"):
        parse(text, "log.json")


def test_a_run_that_ended_before_its_first_event_has_an_empty_log(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    path.write_text("", encoding="utf-8")
    assert (read(path).started, read(path).steps) == (0.0, [])
    with pytest.raises(EngineFailed, match="no-such"):
        read(tmp_path / "no-such")
