"""Who holds a stack of a file backend, and whether that process is still there."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from medcloud.engine.backend import folder

PROC = Path("/proc")


@dataclass(frozen=True)
class Lock:
    """An engine that took the stack's lock."""

    pid: int
    host: str
    user: str
    since: str
    """Time at which the lock was taken, ISO 8601."""

    @property
    def alive(self) -> bool | None:
        """Whether it still runs; None when it ran on another host, where this cannot be seen."""
        if self.host != socket.gethostname():
            return None
        return running(self.pid, "pulumi")

    def __str__(self) -> str:
        return f"{self.user}@{self.host} pid {self.pid} ({self.since})"


def running(pid: int, program: str) -> bool:
    """Whether a process of that id runs, and is (as far as can be seen) that program and not a later one."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    try:
        if ") Z " in (PROC / str(pid) / "stat").read_text():
            return False  # killed, and not yet fetched by its parent
        words = (PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return not PROC.is_dir()  # gone meanwhile; or a system without /proc: be careful
    return Path(os.fsdecode(words[0])).name.startswith(program)


def locks(backend: str, project: str, stack: str) -> Iterator[Lock]:
    """The locks on a stack. Only a `file://` backend shows them; others give none."""
    root = folder(backend)
    if root is None:
        return
    for name in (Path("organization") / project / stack, Path(stack)):
        for path in sorted((root / "locks" / name).glob("*.json")):
            try:
                content = json.loads(path.read_text(encoding="utf-8"))
                yield Lock(
                    int(content["pid"]),
                    str(content["hostname"]),
                    str(content["username"]),
                    str(content["timestamp"]),
                )
            except FileNotFoundError:
                continue
