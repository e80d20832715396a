"""Work in forked children: each starts from the state that the parent has loaded, and leaves none behind."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NoReturn

_MEMORY = 4 << 30  # a change may make a loop endless, and its list too


class TookTooLong(Exception):
    """Raised in a child whose time is over, where it is: in a test, which so fails."""


@dataclass
class _Child:
    pid: int
    key: str
    parts: list[bytes]


def each(
    tasks: Iterable[tuple[str, Callable[[], Any]]], jobs: int, seconds: int
) -> Iterator[tuple[str, Any]]:
    """The key and result of each task, as they end; of a task that failed its error, as text.

    A result must be fit for JSON. At most ``jobs`` children run at a time, each for at most so many seconds.
    """
    waiting, running = iter(tasks), dict[int, _Child]()
    try:
        while True:
            for name, work in islice(waiting, jobs - len(running)):
                end, pid = _start(work, seconds)
                running[end] = _Child(pid, name, [])
            if not running:
                return
            yield from _ended(running)
    finally:  # also when the caller is interrupted
        for child in running.values():
            os.kill(child.pid, signal.SIGKILL)


def _ended(running: dict[int, _Child]) -> Iterator[tuple[str, Any]]:
    """Read what children say; those that have said all are done."""
    ready, _, _ = select.select(list(running), [], [])
    for end in ready:
        part = os.read(end, 1 << 16)
        if part:
            running[end].parts.append(part)
            continue
        child = running.pop(end)
        os.close(end)
        os.waitpid(child.pid, 0)
        said = b"".join(child.parts)
        yield child.key, json.loads(said) if said else "died"


def _start(work: Callable[[], Any], seconds: int) -> tuple[int, int]:
    end, own = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(end)
        _child(work, own, seconds)
    os.close(own)
    return end, pid


def _child(work: Callable[[], Any], own: int, seconds: int) -> NoReturn:
    """Do the work, silently, and leave without the parent's clean-up."""
    try:
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        signal.signal(signal.SIGALRM, _over)
        signal.setitimer(signal.ITIMER_REAL, seconds, 1)
        said = _said(work)
        signal.setitimer(signal.ITIMER_REAL, 0)
        while said:
            said = said[os.write(own, said) :]
    finally:
        os._exit(0)


def _said(work: Callable[[], Any]) -> bytes:
    try:
        return json.dumps(work()).encode()
    except Exception as error:  # whatever a changed program may raise
        return json.dumps(f"{type(error).__name__}: {error}").encode()


def _over(*_: object) -> NoReturn:
    raise TookTooLong
