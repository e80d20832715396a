"""CPU seconds of a command and all that it started, by what each process is for."""

from __future__ import annotations

import os
import subprocess
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
EVERY = 0.2
"""Seconds between two looks; what a process spends after the last look at it is not seen."""
PARTS = {
    "pulumi-resource-": "provider",
    "medcloud_program": "program",
    "pulumi-language": "program",
    "medcloud_plugin": "pack",
    "pulumi-analyzer": "pack",
    "pulumi": "engine",
}
"""Word of a command line to the part it is; the first that fits."""


def measure(command: Sequence[str], env: Mapping[str, str]) -> dict[str, float]:
    """CPU seconds by part, their sum as "all"; the command must succeed."""
    output = Path(env.get("BENCH_LOG", os.devnull))
    with output.open("w", encoding="utf-8") as out:
        running = subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT)
    seen: dict[int, tuple[str, float]] = {}
    while running.poll() is None:
        seen |= _descendants(running.pid)
        time.sleep(EVERY)
    if running.returncode:
        said = output.read_text(encoding="utf-8")[-3000:] if output.is_file() else ""
        raise SystemExit(f"{' '.join(command)}: exit {running.returncode}\n{said}")
    parts: dict[str, float] = defaultdict(float)
    for name, spent in seen.values():
        parts[name] += spent
        parts["all"] += spent
    return dict(parts)


def _descendants(root: int) -> dict[int, tuple[str, float]]:
    parents: dict[int, int] = {}
    found: dict[int, tuple[str, float]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            words = os.fsdecode((entry / "cmdline").read_bytes()).replace("\0", " ")
        except OSError:
            continue
        parents[int(entry.name)] = int(fields[1])
        if words:
            found[int(entry.name)] = (_part(words), (int(fields[11]) + int(fields[12])) / TICKS)
    return {pid: what for pid, what in found.items() if _below(pid, root, parents)}


def _below(pid: int, root: int, parents: Mapping[int, int]) -> bool:
    while pid != root and pid in parents:
        pid = parents[pid]
    return pid == root


def _part(words: str) -> str:
    return next((part for word, part in PARTS.items() if word in words), "other")
