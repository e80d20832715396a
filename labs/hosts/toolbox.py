"""Programs the lab runs on this machine, out of Debian packages that are unpacked but not installed."""

from __future__ import annotations

import os
import time
from pathlib import Path

from labs.base.cache import fill, locked
from labs.hosts import debs, files, progress, recipe
from labs.hosts.place import shared

LOADING = 3  # words of `command` before the program itself


def ensure(purpose: str = "tools") -> Path:
    """The tree with the programs of that list of packages.yaml, made if it is not there."""
    wanted = recipe.packages(purpose)
    name = purpose if purpose == "tools" else f"{purpose}-tools"
    target = shared() / f"{name}-{recipe.key(wanted)}"
    if target.is_dir():
        os.utime(target)
        return target
    with locked(
        target.with_suffix(".lock"), lambda: progress.say("等待另一进程", "another process makes it")
    ):
        if not target.is_dir():
            begun = time.monotonic()
            log = shared() / f"logs/{name}.log"
            packages = debs.apt().fetch(wanted, log)
            with files.usual_modes():
                fill(target, lambda scratch: debs.unpack(packages, scratch, log))
            progress.say(f"工具已备好({time.monotonic() - begun:.0f} 秒)", "tools are ready")
    return target


def command(tree: Path, program: str) -> list[str]:
    """The words that run a program of the tree with the tree's own loader and libraries."""
    found = next(tree / "usr" / where / program for where in ("bin", "sbin"))
    path = next(p for p in (found, tree / "usr/sbin" / program) if p.exists())
    libraries = [p for p in (tree / "usr/lib").glob("*-linux-gnu*") if p.is_dir()]
    library_path = ":".join(str(p) for lib in libraries for p in (lib, lib / "systemd"))
    loader = next((tree / "usr/lib64").glob("ld-linux*"), None) or next((tree / "usr/lib").glob("ld-linux*"))
    return [str(loader), "--library-path", library_path, str(path)]


def program(pid: int) -> str:
    """The name of the program that a process runs, by the tree's loader or without; empty: it has ended."""
    process = Path(f"/proc/{pid}")
    try:
        name = (process / "exe").readlink().name
        words = (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    by_loader = name.startswith("ld-linux") and len(words) > LOADING
    return Path(words[LOADING].decode()).name if by_loader else name
