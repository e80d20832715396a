"""Two long steps at once, each line of their output under the step's name."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence

from medcloud.text import Text
from tools.stack.session import ROOT, StackFailed


def run(steps: Mapping[str, Sequence[str]]) -> None:
    """Run `python -m …` for each step at once; StackFailed names those that failed."""
    children = {name: _start(words) for name, words in steps.items()}
    readers = [threading.Thread(target=_relay, args=(name, child)) for name, child in children.items()]
    try:
        for reader in readers:
            reader.start()
        codes = {name: child.wait() for name, child in children.items()}
    except KeyboardInterrupt:
        for child in children.values():
            child.terminate()
        raise
    for reader in readers:
        reader.join()
    failed = [name for name, code in codes.items() if code]
    if failed:
        names = ", ".join(failed)
        raise StackFailed(Text(f"未完成: {names}", f"not done: {names}"))


def _start(words: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _relay(name: str, child: subprocess.Popen[str]) -> None:
    if child.stdout is None:
        return
    for line in child.stdout:
        print(f"{name:>8} | {line}", end="", flush=True)
