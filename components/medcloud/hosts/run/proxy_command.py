"""paramiko's proxy commands, ended as a socket is.

By itself it prints a traceback from a thread when the program has ended before, and asks one that has ended
for more for ever, at full speed: a session that is over took the CPU of all that are not.
"""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress

from paramiko import ProxyCommand


def end_as_sockets_do() -> None:
    """Let every proxy command be closed in silence, and its end be told to who reads from it."""
    ProxyCommand.close = _close  # type: ignore[method-assign,assignment]  # it raises in threads that are not ours
    ProxyCommand.recv = _recv  # type: ignore[method-assign,assignment]  # it takes an end for a pause


def _close(proxy: ProxyCommand) -> None:
    with suppress(ProcessLookupError):
        os.kill(proxy.process.pid, signal.SIGTERM)


def _recv(proxy: ProxyCommand, size: int) -> bytes:
    """What there is, at most `size` bytes; none when the program has ended. TimeoutError when none came."""
    out = proxy.process.stdout
    assert out is not None  # noqa: S101  # paramiko opens it
    ready, _, _ = select.select([out], [], [], proxy.timeout)
    if not ready:
        raise TimeoutError
    return os.read(out.fileno(), size)
