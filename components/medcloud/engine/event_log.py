"""The engine's event log: one JSON object a line, as ``pulumi --event-log`` writes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from medcloud.engine.errors import EngineFailed
from medcloud.text import Text

Event = Mapping[str, Any]
_DEBUG = '"severity":"debug"'
_STEPS = {"resourcePreEvent": "steps", "resOutputsEvent": "outputs", "resOpFailedEvent": "failures"}
_KEPT = _STEPS | {
    "preludeEvent": "prelude",
    "policyEvent": "policies",
    "policyAnalyzeSummaryEvent": "judged",
    "policyAnalyzeStackSummaryEvent": "judged",
    "diagnosticEvent": "diagnostics",
    "summaryEvent": "summaries",
}
"""Kind of event to the list it is kept in."""


@dataclass
class EventLog:
    """The bodies of the events of one run, by kind, in the log's order."""

    started: float = 0.0
    """Unix time of the first event, seconds; 0 when there is none."""
    prelude: list[Event] = field(default_factory=list)
    steps: list[Event] = field(default_factory=list)
    """``metadata`` of each step before it is done."""
    outputs: list[Event] = field(default_factory=list)
    """``metadata`` of each step once it is done; the only sign of a resource that stays as it is."""
    failures: list[Event] = field(default_factory=list)
    """``metadata`` of each step that failed."""
    policies: list[Event] = field(default_factory=list)
    judged: list[Event] = field(default_factory=list)
    """Which rules passed and which failed, a resource or a whole stack each."""
    diagnostics: list[Event] = field(default_factory=list)
    summaries: list[Event] = field(default_factory=list)


def read(path: Path) -> EventLog:
    """The event log of a file, empty when the run ended before its first event; else as `parse`."""
    try:
        text = path.read_text("utf-8", "replace")
    except OSError as error:
        raise EngineFailed(f"{path}: {error.strerror}") from None
    return parse(text, str(path)) if text.strip() else EventLog()


def parse(text: str, name: str) -> EventLog:
    """An event log; EngineFailed names the line that is none. A last line that was cut off is left out."""
    log = EventLog()
    lines = text.splitlines()
    known = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or _DEBUG in line:
            continue
        event = _event(line, name, number, last=number == len(lines) and not text.endswith("\n"))
        known = known or "sequence" in event
        _sort(event, log)
    if not known:
        command = "PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log FILE"
        raise EngineFailed(
            Text(f"{name}: 其中没有引擎事件；{command}", f"{name}: holds no engine events; {command}")
        )
    return log


def _event(line: str, name: str, number: int, *, last: bool) -> Event:
    try:
        event = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        if last:
            return {}
        raise EngineFailed(
            Text(
                f"{name}:{number}: 不是 JSON 行，事件日志每行一个对象",
                f"{name}:{number}: is not a line of JSON; an event log has one object a line "
                f"({type(error).__name__})",
            )
        ) from None
    return event if isinstance(event, dict) else {}


def _sort(event: Event, log: EventLog) -> None:
    when = event.get("timestamp")
    if not log.started and isinstance(when, int | float):
        log.started = float(when)
    for kind, attribute in _KEPT.items():
        body = event.get(kind)
        if isinstance(body, dict):
            kept: list[Event] = getattr(log, attribute)
            kept.append(table_of(body, "metadata") if kind in _STEPS else body)


def text_of(event: Event, key: str) -> str:
    """A text of an event, "" when it is not there or is none."""
    found = event.get(key)
    return found if isinstance(found, str) else ""


def table_of(event: Event, key: str) -> Mapping[str, Any]:
    """A table of an event, empty when it is not there or is none."""
    found = event.get(key)
    return found if isinstance(found, dict) else {}


def texts_of(event: Event, key: str) -> Sequence[str]:
    """The texts in a list of an event."""
    found = event.get(key)
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []
