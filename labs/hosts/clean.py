"""Removing bases, layers and images that nobody stands on any more."""

from __future__ import annotations

import os
import time
from pathlib import Path

from labs.hosts import files
from labs.hosts.place import shared

KEPT = ("apt", "labs", "logs")
DAY = 86_400


def clean(days: float) -> list[str]:
    """Remove trees not used for that many days, save those under running hosts; their names."""
    mentioned = _mentioned()
    gone = []
    for tree in sorted(shared().iterdir()) if shared().exists() else []:
        old = time.time() - tree.stat().st_mtime >= days * DAY
        if tree.is_dir() and tree.name not in KEPT and old and str(tree).encode() not in mentioned:
            files.remove(tree)
            tree.with_name(tree.name + ".lock").unlink(missing_ok=True)
            gone.append(tree.name)
    return gone


def _mentioned() -> bytes:
    """What names trees that hosts stand on: every process's mounts and words, hosts' links."""
    links = [path for path in (shared() / "labs").glob("*/hosts/*/*") if path.is_symlink()]
    found = b"\n".join(os.fsencode(path.readlink()) for path in links)
    for process in Path("/proc").glob("[0-9]*"):
        for name in ("mountinfo", "cmdline"):
            try:
                found += (process / name).read_bytes()
            except OSError:  # ended meanwhile
                continue
    return found
