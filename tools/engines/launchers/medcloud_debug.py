"""Debug messages of the SDK, sent only where somebody will see them.

The SDK tells the engine several times of each resource what it is about to do, and waits for the answer each
time: a third of a program's CPU, for lines that only `pulumi --debug` or `-v` shows.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

ASKED = re.compile(r"--?(debug|verbose|logtostderr|logflow|tracing)\b.*|-[a-z]*[dv](=?\d+)?")
"""A word of the engine's command line that asks for them; one too many does no harm."""
ASKED_BY_VARIABLE = re.compile(r"PULUMI_(OPTION_)?(DEBUG|VERBOSE|LOGTOSTDERR|LOGFLOW)")


def asked() -> bool:
    """Whether the engine shows debug messages, by its own command line; True where that cannot be seen."""
    if any(ASKED_BY_VARIABLE.fullmatch(name) for name in os.environ):
        return True
    try:
        host = Path(f"/proc/{os.getppid()}/stat").read_text(encoding="utf-8")
        engine = host.rpartition(")")[2].split()[1]
        words = Path(f"/proc/{engine}/cmdline").read_bytes().split(b"\0")
    except (OSError, IndexError):
        return True
    return any(ASKED.fullmatch(os.fsdecode(word)) for word in words[1:])


def only_if_asked() -> None:
    """Drop them unless they were asked for."""
    from pulumi import log  # noqa: PLC0415  # whether there is an SDK is told by the program

    if not asked():
        log.debug = _dropped


def _dropped(*_message: object, **_options: object) -> None:
    """Nobody would see it."""
