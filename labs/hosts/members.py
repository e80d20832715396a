"""The processes of a host: all that are in its network namespace, and nobody else's."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def of(net: Path) -> list[int]:
    """Process ids in the network namespace that is bound to the file `net`."""
    try:
        wanted = net.stat()
    except OSError:
        return []
    return [pid for pid in _pids() if _is(Path(f"/proc/{pid}/ns/net"), wanted)]


def is_in(net: Path, pid: int) -> bool:
    """Whether a process is in that network namespace."""
    try:
        return _is(Path(f"/proc/{pid}/ns/net"), net.stat())
    except OSError:
        return False


def leader(net: Path) -> int | None:
    """The host's init as this machine numbers it; None when the host does not run."""
    for pid in of(net):
        try:
            lines = Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        numbers = next((line.split()[1:] for line in lines if line.startswith("NSpid:")), [])
        if len(numbers) > 1 and numbers[-1] == "1":
            return pid
    return None


def end(net: Path, seconds: float = 10) -> None:
    """Kill every process of the namespace; more may be born while this goes on."""
    until = time.monotonic() + seconds
    while (pids := of(net)) and time.monotonic() < until:
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(0.02)


def memory(net: Path) -> int:
    """Proportional set size of a host's processes, in KiB."""
    total = 0
    for pid in of(net):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def _pids() -> list[int]:
    names = [entry.name for entry in os.scandir("/proc")]
    return [int(name) for name in names if name.isdigit() and int(name) != os.getpid()]


def _is(link: Path, wanted: os.stat_result) -> bool:
    try:
        return os.path.samestat(link.stat(), wanted)
    except OSError:
        return False
