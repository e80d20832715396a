"""A file that is wholly ours."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting


@dataclass(frozen=True)
class TextFile(Setting):
    """Its text to the byte; the control names the path in its `reads`. Prefer a kind that reads it."""

    path: str
    text: str
    mode: int = 0o644
    checks: tuple[str, ...] = ()
    """Commands that must end well with the file in place, before it is: ``visudo -c``."""
    after: Action | None = None

    def check(self, case: Case) -> Check:
        """The same bytes."""
        content = case.state.read(self.path)
        if content == self.text.encode():
            return GOOD
        return bad(
            self.path, None if content is None else f"{len(content)} B", f"{len(self.text.encode())} B"
        )

    def set(self, case: Case, overlay: Overlay) -> None:
        """Written whole."""
        overlay.write(self.path, self.text.encode(), mode=self.mode, owner="root:root")
        for command in self.checks:
            overlay.check(command)
        if self.after:
            overlay.act(self.after)
