"""Providers that outlived their engine: a SIGKILL stops it alone, and its plugins notice minutes later."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from medcloud.recover.core.locks import PROC

PLUGIN = "pulumi-resource-"


def find(program: Path) -> Iterator[int]:
    """Ids of this user's provider processes that were started for a program by an engine now dead.

    A plugin is told its engine's address; when nobody answers there, nobody will ever call it again.
    Without /proc none are found.
    """
    for entry in PROC.glob("[0-9]*"):
        try:
            words = [os.fsdecode(word) for word in (entry / "cmdline").read_bytes().split(b"\0")]
            mine = entry.stat().st_uid == os.getuid() and (entry / "cwd").resolve() == program.resolve()
        except OSError:
            continue
        if mine and any(Path(word).name.startswith(PLUGIN) for word in words[:3]) and _deserted(words):
            yield int(entry.name)


def end(program: Path, patience: float = 5.0) -> int:
    """End them, first by SIGTERM; how many there were. After this nothing of the dead run sends requests."""
    found = list(find(program))
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for pid in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, sign)
        deadline = time.monotonic() + patience
        while set(found) & set(find(program)) and time.monotonic() < deadline:
            time.sleep(0.1)
    return len(found)


def _deserted(words: list[str]) -> bool:
    addresses = [word for word in words if word.startswith("127.0.0.1:")]
    return bool(addresses) and not any(_answers(address) for address in addresses)


def _answers(address: str) -> bool:
    host, port = address.rsplit(":", 1)
    try:
        with socket.create_connection((host, int(port)), timeout=1):
            return True
    except (OSError, ValueError):
        return False
