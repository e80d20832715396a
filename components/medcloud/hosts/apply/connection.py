"""A way to run shell text on a host as root."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Ran(NamedTuple):
    """What a command came to."""

    good: bool
    out: str
    err: str


class Connection(Protocol):
    """One connection to one host."""

    def sh(self, script: str, stdin: str = "") -> Ran:
        """Run shell text; HostFailed when the connection is gone."""

    def fresh(self) -> Connection:
        """A new connection beside this one, logged in anew; HostFailed when it is refused."""

    def close(self) -> None:
        """End it."""
