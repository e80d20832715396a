"""What would be changed on a host: files over those that were read, and actions. Nothing is done here."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from medcloud.hosts.errors import Refused
from medcloud.hosts.state import HostState
from medcloud.text import Text

_ODD = ("\n", "\t", "\r")


@dataclass(frozen=True)
class NewFile:
    """A file as it shall be; mode and owner None: as they are (root's, 0644, for a new file)."""

    content: bytes
    mode: int | None = None
    owner: str | None = None
    """user:group"""


@dataclass(frozen=True)
class NewRights:
    """Mode and owner of a path whose content stays."""

    mode: int
    owner: str | None = None


@dataclass(frozen=True)
class Action:
    """Something done besides files, and how it is undone; both are run by the host's shell as root."""

    do: str
    undo: str
    stage: int = 50
    """Order: below 20 before files change (packages), 50 settings, 80 services, 90 reloads."""
    must: bool = True
    """Whether the whole change is rolled back when it fails."""


@dataclass
class Overlay:
    """Edits over one host's state; settings write, the plan reads."""

    state: HostState
    files: dict[str, NewFile] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    rights: dict[str, NewRights] = field(default_factory=dict)
    actions: dict[Action, None] = field(default_factory=dict)
    kept: dict[str, None] = field(default_factory=dict)
    """Files that actions change: kept before, brought back after."""
    checks: dict[str, None] = field(default_factory=dict)
    """Commands that must end well while the new files are laid over the host for them alone."""

    def read(self, path: str) -> bytes | None:
        """The content as edited so far; None: there is no such file."""
        real = self.place(path)
        if real in self.files:
            return self.files[real].content
        return None if real in self.removed else self.state.read(path)

    def write(self, path: str, content: bytes, *, mode: int | None = None, owner: str | None = None) -> None:
        """Set a file's content; nothing when it is so already and no rights are asked for."""
        was, path = self.read(path), self.place(path)
        if content == was and mode is None and owner is None:
            return
        if any(mark in path for mark in _ODD):
            raise Refused(Text(f"{path!r}: 路径含控制字符", f"{path!r}: odd characters in the path"))
        self._replaceable(path)
        self.removed.pop(path, None)
        self.files[path] = NewFile(content, mode, owner)

    def remove(self, path: str) -> None:
        """Take a file away."""
        there, path = self.state.read(path) is not None, self.place(path)
        self.files.pop(path, None)
        if there:
            self._replaceable(path)
            self.removed[path] = None

    def set_rights(self, path: str, mode: int, owner: str | None = None) -> None:
        """Set mode and owner of what is there."""
        self._changeable(path)
        self.rights[path] = NewRights(mode, owner)

    def keep(self, path: str) -> None:
        """An action changes this file, or makes it; it shall come back as it was."""
        self._changeable(path)
        self.kept[path] = None

    def act(self, action: Action) -> None:
        """Add an action, once."""
        self.actions[action] = None

    def check(self, command: str) -> None:
        """Add a check, once."""
        self.checks[command] = None

    def place(self, path: str) -> str:
        """The file behind links; what authselect made is taken over, its link replaced."""
        real = self.state.resolve(path)
        return path if real.startswith("/etc/authselect/") else real

    def _replaceable(self, path: str) -> None:
        self._changeable(path)
        self._changeable(posixpath.dirname(path))
        if path in self.state.mounts:
            raise Refused(
                Text(f"{path}: 是挂载点，不能替换", f"{path}: is a mount point: it cannot be replaced")
            )

    def _changeable(self, path: str) -> None:
        if self.state.fixed(path):
            raise Refused(
                Text(
                    f"{path}: 不可变属性（chattr +i 或 +a），未改动；先 chattr -ia",
                    f"{path}: has attribute i or a, left alone: chattr -ia first",
                )
            )

    def copy(self) -> Overlay:
        """As it is now, to come back to."""
        return Overlay(
            self.state,
            dict(self.files),
            dict(self.removed),
            dict(self.rights),
            dict(self.actions),
            dict(self.kept),
            dict(self.checks),
        )

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.files or self.removed or self.rights or self.actions)
