"""While a command runs, the host is asked whether it is there: a cut network is silent for long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import gevent  # type: ignore[import-untyped]  # it has no types
from paramiko import SSHException, Transport

EVERY = 5.0
"""Seconds between questions."""
PATIENCE = 20.0
"""Seconds that an answer may take."""


@contextmanager
def watched(transport: Transport | None) -> Iterator[None]:
    """Close the connection when its other side no longer answers, which ends whatever waits for it."""
    if transport is None:
        yield
        return
    watch = gevent.spawn(_watch, transport)
    try:
        yield
    finally:
        watch.kill(block=False)


def _watch(transport: Transport) -> None:
    while transport.is_active():
        gevent.sleep(EVERY)
        if not _answers(transport):
            transport.close()


def _answers(transport: Transport) -> bool:
    with gevent.Timeout(PATIENCE, False), suppress(OSError, EOFError, SSHException):  # it may just have gone
        transport.global_request("keepalive@medcloud", wait=True)
        return True
    return False
