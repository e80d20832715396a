"""What a console or a log said last."""

from __future__ import annotations

import re
from pathlib import Path

_LINES = 12
_NOT_TEXT = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78cM])|[^\x20-\x7e\x80-\U0010ffff]")


def last_lines(log: Path) -> str:
    """Its last lines, each on a line of its own and without control sequences."""
    try:
        shown = log.read_bytes()[-8192:].decode("utf-8", "replace")
    except FileNotFoundError:
        return " -"
    lines = (_NOT_TEXT.sub("", line).rstrip() for line in shown.splitlines())
    return "".join(f"\n  | {line}" for line in [line for line in lines if line][-_LINES:]) + "\n"
