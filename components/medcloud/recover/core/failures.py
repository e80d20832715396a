"""What a run that ended by itself left behind, from the engine's event log.

The engine holds no pending operation for a creation that failed, and the provider gives no id while it still
waits for an object to become ready: such an object is in the control plane and nowhere else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcloud.engine import event_log
from medcloud.engine.event_log import table_of, text_of
from medcloud.engine.state import Pending, plain

REFUSED = re.compile(r"\[POST [^\]]*\], but got 4\d\d")
"""The service refused the creation itself, so it made nothing."""


@dataclass(frozen=True)
class Events:
    """An event log of one run (`pulumi up --event-log`, with PULUMI_DEBUG_COMMANDS=true)."""

    started: float
    """Unix time of the first event, seconds."""
    messages: Mapping[str, str]
    """Errors by URN; those of the run itself under ""."""
    failed: tuple[Mapping[str, Any], ...]
    """The new state of each resource whose creation failed, as the engine showed it."""

    def failed_creations(self) -> Iterator[Pending]:
        """Creations that failed after the service may have made the object."""
        for resource in self.failed:
            urn = str(resource["urn"])
            if (
                resource.get("custom")
                and not resource.get("id")
                and not REFUSED.search(self.messages.get(urn, ""))
            ):
                inputs = plain(resource.get("inputs") or {})
                provider = str(resource.get("provider") or "")
                yield Pending(urn, str(resource["type"]), "creating", inputs, provider, local=False)


def read(path: Path) -> Events:
    """Read an event log. EngineFailed when it is not one."""
    log = event_log.read(path)
    messages = defaultdict[str, str](str)
    for said in log.diagnostics:
        if text_of(said, "severity") == "error":
            messages[text_of(said, "urn")] += text_of(said, "message")
    failed = [table_of(step, "new") for step in log.failures if text_of(step, "op").startswith("create")]
    return Events(log.started, messages, tuple(new for new in failed if new))
