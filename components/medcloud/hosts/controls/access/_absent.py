"""A file that must not be there."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.check import GOOD, Check, bad
from medcloud.hosts.control import Case
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.settings import Setting


@dataclass(frozen=True)
class Absent(Setting):
    """The control names the path in its `reads`."""

    path: str

    def check(self, case: Case) -> Check:
        """No such file."""
        if case.state.read(self.path) is None:
            return GOOD
        return bad(self.path, "有 / there", "无 / none")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Taken away, and kept for restore."""
        overlay.remove(self.path)
