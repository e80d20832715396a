"""A folder that must be there."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting


@dataclass(frozen=True)
class Folder(Setting):
    """Root's; the control names the path in its `rights`. Undone, it goes with what the host put in it."""

    path: str
    mode: int
    label: str = ""
    """Its SELinux type, where SELinux is on."""

    def check(self, case: Case) -> Check:
        """There, and no more open than `mode`."""
        found = case.state.rights(self.path)
        if found is None or found.kind != "d":
            return bad(self.path, None, f"{self.mode:04o} root")
        good = found.user == "root" and not found.mode & ~self.mode
        return GOOD if good else bad(self.path, f"{found.mode:04o} {found.user}", f"≤{self.mode:04o} root")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Made, or its rights narrowed."""
        found = case.state.rights(self.path)
        if found is not None and found.kind == "d":
            overlay.set_rights(self.path, found.mode & self.mode, f"root:{found.group}")
            return
        name = shlex.quote(self.path)
        label = f"; ! selinuxenabled 2>/dev/null || chcon -t {self.label} {name}" if self.label else ""
        overlay.act(Action(f"mkdir -p -m {self.mode:o} {name}{label}", f"rm -rf {name}", stage=25))
