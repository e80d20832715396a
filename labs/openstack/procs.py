"""Finding a lab's processes and ending them.

Every process of a lab has MEDCLOUD_LAB=<its run directory> in its environment: none is missed, and nobody
else's is touched, whatever the numbers in pid files say.
"""

import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MARK = "MEDCLOUD_LAB"


@dataclass(frozen=True)
class Process:
    """A process of the lab. `session` is the id of the service's first process."""

    pid: int
    session: int


def scan(run: Path) -> list[Process]:
    """All processes of the lab with that run directory."""
    mark = f"{MARK}={run}\0".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if mark in (entry / "environ").read_bytes() + b"\0":
                found.append(Process(int(entry.name), os.getsid(int(entry.name))))
        except OSError:  # gone meanwhile, or another user's
            continue
    return [p for p in found if p.pid != os.getpid()]


def leaders(run: Path) -> dict[str, int]:
    """Process ids of the running services by name."""
    alive = {p.pid for p in scan(run)}
    found = {}
    for file in (run / "pid").glob("*"):
        text = file.read_text(encoding="ascii").strip()
        if text.isdigit() and int(text) in alive:
            found[file.name] = int(text)
    return found


def of_service(run: Path, name: str) -> list[int]:
    """The process ids of one service, orphans of a killed one too."""
    file = run / "pid" / name
    if not file.exists():
        return []
    session = int(file.read_text(encoding="ascii").strip() or 0)
    return [p.pid for p in scan(run) if p.session == session]


def end(pids: Iterable[int], grace: float) -> None:
    """Ask the processes to end; kill what is left after `grace` seconds."""
    left = list(pids)
    _signal(left, signal.SIGTERM)
    if grace:
        left = _wait(left, grace)
    _signal(left, signal.SIGKILL)
    _wait(left, 10)


def _signal(pids: list[int], number: int) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def _wait(pids: list[int], seconds: float) -> list[int]:
    until = time.monotonic() + seconds
    while pids and time.monotonic() < until:
        time.sleep(0.05)
        pids = [pid for pid in pids if is_running(pid)]
    return pids


def is_running(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] not in "ZX"


def memory(pids: Iterable[int]) -> int:
    """Proportional set size of processes together, in KiB."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total
