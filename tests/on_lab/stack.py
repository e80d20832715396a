"""A stack of its own for a test on the lab, with real `pulumi` and `medcloud recover`."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcloud.engine.backend import state_file
from tests.support.engine_env import CHECKOUT, Stack, engine_env
from tests.support.lab_env import environment

PATIENCE = 1800
"""Seconds for one command."""
MEDCLOUD = Path(sys.executable).with_name("medcloud")


@dataclass(frozen=True)
class LabStack(Stack):
    """A stack whose providers speak to the lab, with the patience that a busy machine needs."""

    limit: float | None = PATIENCE

    def failing_up(self, events: Path) -> str:
        """An `up` that fails, its events in a log; what it printed."""
        done = self("up", "--yes", "--skip-preview", "--event-log", str(events), check=False)
        assert done.returncode != 0, done.stdout
        return done.stdout

    def pending(self) -> list[dict[str, Any]]:
        """What was interrupted; a kill while the run began or ended may have left the backend unreadable."""
        done = self("stack", "export", check=False)
        if done.returncode:
            assert "failed to load checkpoint" in done.stdout, done.stdout
            document = json.loads(self._file.read_text(encoding="utf-8"))["checkpoint"]["latest"]
        else:
            document = self.export()["deployment"]
        return list(document.get("pending_operations") or [])

    @property
    def _file(self) -> Path:
        path = state_file(*self.place)
        assert path is not None
        return path

    @contextlib.contextmanager
    def checkpoint(self) -> Iterator[dict[str, Any]]:
        """The state in its file, written back at the end: `stack import` would drop what is pending."""
        path = self._file
        document = json.loads(path.read_text(encoding="utf-8"))
        yield document["checkpoint"]["latest"]
        path.write_text(json.dumps(document), encoding="utf-8")

    def unchanged(self) -> None:
        """A further `up` finds nothing to do."""
        self("up", "--yes", "--skip-preview", "--expect-no-changes")

    def take_down(self) -> None:
        """Destroy; what a test that failed left interrupted or locked is recovered first."""
        if self.pending() or self("destroy", "--yes", "--skip-preview", check=False).returncode:
            self.recover(check=False)
            self.destroy()

    def recover(self, *more: str, check: bool = True) -> dict[str, Any]:
        """`medcloud recover --json`, as a person runs it."""
        words = [str(MEDCLOUD), "recover", "--stack", self.name, "-C", str(self.folder), "--json", *more]
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False)
        assert not check or done.returncode == 0, done.stdout + done.stderr
        report: dict[str, Any] = json.loads(done.stdout)
        return report


def program(source: str, scratch: Path) -> Path:
    """A copy of a program of this checkout, so that its stack's settings stay out of the tree."""
    folder = scratch / "program"
    shutil.copytree(CHECKOUT / source, folder, ignore=shutil.ignore_patterns("__pycache__", "Pulumi.*.yaml"))
    return folder


def new_stack(source: str, name: str, scratch: Path) -> LabStack:
    """A fresh stack of a program of this checkout."""
    env = {**engine_env(scratch / "state"), **{k: v for k, v in environment().items() if k.startswith("OS_")}}
    stack = LabStack(program(source, scratch), name, env)
    stack("stack", "init")
    return stack


def configure(stack: Stack, plain: dict[str, str], secret: dict[str, str]) -> None:
    """Set the program's configuration; keys as the program reads them."""
    words = [word for k, v in plain.items() for word in ("--plaintext", f"{k}={v}")]
    words += [word for k, v in secret.items() for word in ("--secret", f"{k}={v}")]
    stack("config", "set-all", *words)


def kill(engine: subprocess.Popen[str], *, whole: bool = False) -> None:
    """SIGKILL the engine alone, as the kernel does when memory runs out; `whole`: all it started as well."""
    for pid in [engine.pid, *(_descendants(engine.pid) if whole else ())]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    engine.wait()


def _descendants(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [pid]
    for parent in found:
        found += [child for child, above in pairs if above == parent]
    return found[1:]
