"""A file that must not be there."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings import Setting
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.text import Text


@dataclass(frozen=True)
class Absent(Setting):
    """The control names the path in its `reads`."""

    path: str

    def check(self, case: Case) -> Check:
        """No such file."""
        if case.state.read(self.path) is None:
            return GOOD
        return bad(self.path, Text("有", "there"), Text("无", "none"))

    def set(self, case: Case, overlay: Overlay) -> None:
        """Taken away, and kept for restore."""
        overlay.remove(self.path)
