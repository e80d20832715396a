"""The things a host is made of, frozen."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.text import Refusal


class Unknown(Refusal):
    """Something that could not be found out on this host; says why."""


@dataclass(frozen=True)
class Rights:
    """Kind, owner and mode of a path."""

    kind: str
    """As find has it: f file, d directory, l link."""
    mode: int
    user: str
    group: str


@dataclass(frozen=True)
class HostFile:
    """A file that was read; a link has a target and no content."""

    content: bytes
    mode: int = 0o644
    uid: int = 0
    gid: int = 0
    target: str = ""


@dataclass(frozen=True)
class Account:
    """One line of passwd with what shadow says, without the hash."""

    name: str
    uid: int
    gid: int
    home: str
    shell: str
    hash: str
    """empty, none (no password can fit), des, or the id of the hash: 1, 5, 6, y, gy, sm3, 7, 2b."""
    locked: bool
    changed: int | None
    """Day of the last change since 1970; the rest in days; None: not set."""
    min_days: int | None
    max_days: int | None
    warn_days: int | None
    inactive_days: int | None
    expires: int | None

    @property
    def can_log_in(self) -> bool:
        """Whether its shell is one that lets a person in."""
        return self.shell.rpartition("/")[2] not in ("nologin", "false", "sync", "shutdown", "halt", "")

    @property
    def has_password(self) -> bool:
        """Whether some password, or none at all, opens it."""
        return self.hash != "none" and not self.locked


@dataclass(frozen=True)
class Unit:
    """A systemd unit."""

    enabled: str = ""
    """enabled (something wants it), disabled, masked or alias; empty: it has no file."""
    active: str = "inactive"


@dataclass(frozen=True)
class Mount:
    """A mounted file system."""

    source: str
    kind: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Scan:
    """A path that the walk over the file systems stopped at."""

    why: str
    """setid, world-file, world-dir or unowned."""
    mode: int
    user: str
    group: str
    path: str


@dataclass(frozen=True)
class Module:
    """What modprobe does for a module."""

    loaded: bool = False
    install: str = ""
    """The command that runs instead of loading it."""


@dataclass(frozen=True)
class Socket:
    """A port that something listens on."""

    protocol: str
    address: str
    port: int
    process: str
