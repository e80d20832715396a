"""A long command with its pulse."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from labs.base.errors import LabError
from medcloud.text import Text

BEAT = 10.0  # seconds between two lines


def say(zh: str, en: str) -> None:
    """A line of progress on stderr, at once."""
    sys.stderr.write(f"hostlab: {Text(zh, en)}\n")
    sys.stderr.flush()


def run(what: str, command: Sequence[str], log: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a command to its end, its output in `log`, with a line every BEAT seconds.

    It dies with this process. Raises LabError that quotes its last line when it fails.
    """
    begun = spoken = time.monotonic()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as file:
        child = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            while child.poll() is None:
                time.sleep(0.05)
                if time.monotonic() - spoken >= BEAT:
                    spoken = time.monotonic()
                    say(f"  {what}:{spoken - begun:.0f} 秒,{last(log)}", f"{spoken - begun:.0f} s")
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
    if child.returncode:
        raise LabError(f"{what} 失败(退出码 {child.returncode}):{last(log)}", "it failed, see the log", log)


def last(log: Path) -> str:
    """The last line of a log that says something."""
    lines = [line.strip() for line in log.read_text("utf-8", "replace").splitlines()]
    return next((line[:100] for line in reversed(lines) if line), "?")
