"""The engine's event log: one JSON object a line, as ``pulumi --event-log`` writes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from medcloud.review.errors import ReviewFailed

Event = Mapping[str, Any]
_DEBUG = '"severity":"debug"'


@dataclass
class Log:
    """The bodies of the events that a review reads, by kind, in the log's order."""

    prelude: list[Event] = field(default_factory=list)
    steps: list[Event] = field(default_factory=list)
    """``metadata`` of each step before it is done."""
    outputs: list[Event] = field(default_factory=list)
    """``metadata`` of each step once it is done; the only sign of a resource that stays as it is."""
    policies: list[Event] = field(default_factory=list)
    diagnostics: list[Event] = field(default_factory=list)
    summaries: list[Event] = field(default_factory=list)


def parse(text: str, name: str) -> Log:
    """An event log; ReviewFailed names the line that is none. A last line that was cut off is left out."""
    log = Log()
    lines = text.splitlines()
    known = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or _DEBUG in line:
            continue
        event = _event(line, name, number, last=number == len(lines) and not text.endswith("\n"))
        known = known or "sequence" in event
        _sort(event, log)
    if not known:
        raise ReviewFailed(
            f"{name}: 其中没有引擎事件 / holds no engine events; "
            "PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log FILE"
        )
    return log


def _event(line: str, name: str, number: int, *, last: bool) -> Event:
    try:
        event = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        if last:
            return {}
        raise ReviewFailed(
            f"{name}:{number}: 不是 JSON 行，事件日志每行一个对象 / "
            f"is not a line of JSON; an event log has one object a line ({type(error).__name__})"
        ) from None
    return event if isinstance(event, dict) else {}


def _sort(event: Event, log: Log) -> None:
    lists: Mapping[str, list[Event]] = {
        "preludeEvent": log.prelude,
        "resourcePreEvent": log.steps,
        "resOutputsEvent": log.outputs,
        "policyEvent": log.policies,
        "diagnosticEvent": log.diagnostics,
        "summaryEvent": log.summaries,
    }
    for kind, found in lists.items():
        body = event.get(kind)
        if isinstance(body, dict):
            step = kind in ("resourcePreEvent", "resOutputsEvent")
            found.append(table_of(body, "metadata") if step else body)


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
