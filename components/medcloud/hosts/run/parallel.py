"""Many hosts at once: one that cannot be reached or breaks never stops the others."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from pyinfra.api.config import Config
from pyinfra.api.inventory import Inventory
from pyinfra.api.state import State

from medcloud.hosts.apply.connection import Connection
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.inventory import HostEntry, names_data
from medcloud.hosts.run.proxy_command import end_as_sockets_do
from medcloud.hosts.run.pyinfra_connection import PyinfraConnection
from medcloud.hosts.run.request import PARALLEL
from medcloud.text import Text

T = TypeVar("T")
_CONNECT = 10  # seconds


def each(
    entries: Sequence[HostEntry],
    work: Callable[[HostEntry, Connection], T],
    done: Callable[[HostEntry, T | HostFailed, float], None],
    *,
    parallel: int = PARALLEL,
) -> None:
    """Call `work` for every host, at most `parallel` at a time, and `done` with what came of it, as it comes.

    `done` gets the host, the result or why there is none, and the seconds that it took.
    """
    for name in ("pyinfra", "paramiko"):  # what they would say, the result says
        logging.getLogger(name).addHandler(logging.NullHandler())
    end_as_sockets_do()
    inventory = Inventory((names_data(entries), {}))  # type: ignore[no-untyped-call]  # pyinfra's
    config = Config(  # type: ignore[no-untyped-call]  # pyinfra's
        PARALLEL=min(parallel, len(entries)), CONNECT_TIMEOUT=_CONNECT
    )
    state = State(inventory, config)

    def one(entry: HostEntry) -> None:
        start = time.monotonic()
        result: T | HostFailed
        try:
            connection = PyinfraConnection(inventory.get_host(entry.name))
            try:
                result = work(entry, connection)
            finally:
                connection.close()
        except HostFailed as error:
            result = error
        except Exception as error:  # whatever one host brings about, the others go on
            result = HostFailed(
                Text(
                    f"意外错误: {type(error).__name__}: {error}",
                    f"unexpected: {type(error).__name__}: {error}",
                )
            )
        done(entry, result, time.monotonic() - start)

    state.pool.map(one, entries)
