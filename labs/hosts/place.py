"""Where the host lab keeps things: bases shared by all checkouts, a state and a published folder each."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.engines import cache

CHECKOUT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


def shared() -> Path:
    """Bases, tools and downloads, shared by all checkouts."""
    return cache.root() / "hostlab"


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file among all processes; the kernel frees it when its holder dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True)
class Place:
    """The folders of one checkout's lab."""

    id: str
    home: Path  # running hosts; emptied by `down`
    published: Path  # what clients read: hosts.json, ssh_config, key

    @property
    def lock(self) -> Path:
        """Held by the one command that changes the lab."""
        return self.home.with_suffix(".lock")

    @property
    def control(self) -> Path:
        """The network namespace with the bridge, where every host can be reached."""
        return self.home / "control.net"

    def host(self, name: str) -> Path:
        """A host's folder."""
        return self.home / "hosts" / name

    def net(self, name: str) -> Path:
        """A host's network namespace."""
        return self.host(name) / "net"


def of(checkout: Path = CHECKOUT) -> Place:
    """The place of a checkout's lab."""
    digest = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    return Place(digest, shared() / "labs" / digest, checkout / ".medcloud" / "hostlab")
