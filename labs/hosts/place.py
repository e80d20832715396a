"""Where the host lab keeps things: bases shared by all checkouts, a state and a published folder each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from labs.base import cache
from labs.base.cache import CHECKOUT

HERE = Path(__file__).resolve().parent


def shared() -> Path:
    """Bases, tools and downloads, shared by all checkouts."""
    return cache.root() / "hostlab"


@dataclass(frozen=True)
class Folders:
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


def of(checkout: Path = CHECKOUT) -> Folders:
    """The place of a checkout's lab."""
    digest = cache.of_checkout(checkout)
    return Folders(digest, shared() / "labs" / digest, checkout / ".medcloud" / "hostlab")
