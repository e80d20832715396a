"""The journal that an engine built by `tools.engines` keeps of a running update in a `file://` backend.

The engine itself reads it, so every command sees what was done until the kill. Another `pulumi` does not: to
it the state is that of before the run, and all that the run made would be forgotten.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from medcloud.engine.backend import folder
from medcloud.engine.errors import EngineFailed
from medcloud.text import Text


def must_be_read(backend: str, project: str, stack: str, exported: Mapping[str, Any]) -> None:
    """EngineFailed when the present state has a journal that the `pulumi` which exported it did not read."""
    root = folder(backend)
    path = root / "journals" / project / f"{stack}.jsonl" if root else None
    if root is None or path is None or not path.is_file():
        return
    first, *entries = path.read_bytes().split(b"\n")[:-1]  # what follows the last end of line was cut off
    head = json.loads(first)
    states = [root / "stacks" / project / f"{stack}.json{ending}" for ending in ("", ".gz", ".zst")]
    present = {hashlib.sha256(state.read_bytes()).hexdigest() for state in states if state.is_file()}
    if not entries or head["base"] not in present:
        return
    manifest = (exported.get("deployment") or {}).get("manifest") or {}
    if _time(manifest.get("time", "")) < _time(head["started"]):
        setup = 'eval "$(python -m tools.engines env)"'
        raise EngineFailed(
            Text(
                f"被中断的操作记在 {path}，此 pulumi 不能读取；请先执行 {setup}",
                f"the interrupted run is written in {path}, which this pulumi cannot read; first run {setup}",
            )
        )


def _time(text: str) -> datetime.datetime:
    """A time as Go writes it: up to nine digits of a second, `Z` or an offset."""
    found = re.fullmatch(r"(.{19})(?:\.(\d+))?(Z|[+-]\d\d:\d\d)", text)
    if not found or text.startswith("0001"):
        return datetime.datetime.min.replace(tzinfo=datetime.timezone.utc)
    whole, part, zone = found.groups()
    offset = "+00:00" if zone == "Z" else zone
    return datetime.datetime.fromisoformat(f"{whole}.{(part or '0')[:6]:0<6}{offset}")
