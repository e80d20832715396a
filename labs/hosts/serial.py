"""The lab's side of a host's serial line: asks launchers/agent.py to run commands."""

from __future__ import annotations

import base64
import json
import os
import re
import secrets
import select
import subprocess
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from labs.base.cache import locked
from labs.hosts.errors import HostEnded

CONSOLE = re.compile(rb"Virtual console 1 assigned device '([^']+)'")
CHUNK = 2048  # bytes the line takes at once
SLACK = 30  # seconds for the way there and back
LOOK = 0.5  # seconds between two looks whether the host lives


def console(log: Path) -> Path | None:
    """The pseudo-terminal of the host's tty1, which its log names last; None before it does."""
    found = CONSOLE.findall(log.read_bytes()) if log.exists() else []
    return Path(found[-1].decode()) if found else None


def run(
    folder: Path, command: Sequence[str], stdin: bytes, timeout: float, lives: Callable[[], bool]
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in the host whose folder this is, while its kernel `lives`.

    TimeoutExpired when no answer comes, HostEnded when none can come any more.
    """
    token = secrets.token_hex(8)
    asked = {
        "id": token,
        "command": list(command),
        "stdin": base64.b64encode(stdin).decode(),
        "timeout": timeout,
    }
    packed = base64.b64encode(zlib.compress(json.dumps(asked).encode())) + b"\n"
    with locked(folder / "serial.lock"):
        to = os.open(folder / "line.in", os.O_RDWR | os.O_NONBLOCK)
        back = os.open(folder / "line.out", os.O_RDWR | os.O_NONBLOCK)
        try:
            answer = _exchange((to, back), packed, token, time.monotonic() + timeout + SLACK, lives)
        finally:
            os.close(to)
            os.close(back)
    if answer is None and not lives():
        raise HostEnded(folder.name, folder / "log")
    if answer is None:
        raise subprocess.TimeoutExpired(list(command), timeout)
    out, err = (base64.b64decode(answer[name]) for name in ("stdout", "stderr"))
    return subprocess.CompletedProcess(list(command), answer["code"], out, err)


def _exchange(
    line: tuple[int, int], packed: bytes, token: str, until: float, lives: Callable[[], bool]
) -> dict[str, Any] | None:
    """Send, and wait for the answer to just that; others are of somebody who went away."""
    (to, back), got = line, b""
    while (left := until - time.monotonic()) > 0:
        readable, writable, _ = select.select([back], [to] if packed else [], [], min(left, LOOK))
        if writable:
            packed = packed[os.write(to, packed[:CHUNK]) :]
        if not (readable or writable or lives()):
            return None
        if not readable:
            continue
        got += os.read(back, 1 << 16)
        *lines, got = got.split(b"\n")
        for text in lines:
            answer = _unpack(text)
            if answer and answer.get("id") == token:
                return answer
    return None


def _unpack(line: bytes) -> dict[str, Any] | None:
    try:
        answer: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(line)))
    except (ValueError, zlib.error):  # the second half of a line
        return None
    return answer
