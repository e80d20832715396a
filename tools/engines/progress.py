"""A long command with its pulse: what runs, for how long, how far."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from medcloud.text import Text
from tools.engines.errors import EngineError

BEAT = 10.0  # seconds between two lines
# `go build -v` names each package it has compiled; everything else it prints is news.
COMPILED = re.compile(r"[\w.~-]+(/[\w.~-]+)*")
DOWNLOAD = "go: downloading "


def say(zh: str, en: str) -> None:
    """Print one line for people, at once."""
    print(Text(zh, en), flush=True)


def run(
    what: str, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], log: Path, beat: float = BEAT
) -> None:
    """Run a command to its end, with a line every `beat` seconds.

    Its output goes to `log`. Raises EngineError that quotes the last line of it when the command fails
    or cannot be started.
    """
    begun = spoken = time.monotonic()
    with log.open("ab") as file:
        try:
            child = subprocess.Popen(
                command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT
            )
        except OSError as error:
            raise EngineError(
                f"{what}：无法运行 {command[0]}: {error}", f"{what}: cannot run {command[0]}: {error}"
            ) from error
        try:
            while True:
                try:
                    code = child.wait(timeout=0.2)
                    break
                except subprocess.TimeoutExpired:
                    now = time.monotonic()
                if now - spoken >= beat:
                    spoken = now
                    zh, en = stage(log)
                    say(f"  {what}：{now - begun:.0f} 秒，{zh}", f"  {what}: {now - begun:.0f} s, {en}")
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()
    if code != 0:
        reason = news(log)
        raise EngineError(
            f"{what} 失败（退出码 {code}）：{reason}；完整记录见 {log}",
            f"{what} failed (exit {code}): {reason}; the whole log is in {log}",
        )


def stage(log: Path) -> tuple[str, str]:
    """How far a build is, read out of its log: modules fetched and packages compiled."""
    lines = log.read_text("utf-8", "replace").splitlines()
    fetched = sum(line.startswith(DOWNLOAD) for line in lines)
    done = sum(bool(COMPILED.fullmatch(line)) for line in lines)
    return (
        f"已下载 {fetched} 个模块，已编译 {done} 个包",
        f"{fetched} modules fetched, {done} packages compiled",
    )


def news(log: Path) -> str:
    """The last line of a log that is neither a download nor a compiled package."""
    lines = log.read_text("utf-8", "replace").splitlines()
    rest = [
        line
        for line in lines
        if line.strip() and not line.startswith(DOWNLOAD) and not COMPILED.fullmatch(line)
    ]
    return rest[-1].strip() if rest else "?"
