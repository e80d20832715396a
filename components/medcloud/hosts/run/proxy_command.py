"""paramiko ends a proxy command that may have ended by itself, and prints a traceback from a thread."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

from paramiko import ProxyCommand


def close_quietly() -> None:
    """Let every proxy command be closed in silence, ended or not."""
    ProxyCommand.close = _close  # type: ignore[method-assign,assignment]  # it raises in threads that are not ours


def _close(proxy: ProxyCommand) -> None:
    with suppress(ProcessLookupError):
        os.kill(proxy.process.pid, signal.SIGTERM)
