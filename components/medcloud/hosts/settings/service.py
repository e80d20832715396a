"""A service that runs, or that cannot be started."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import Unit
from medcloud.text import Text


@dataclass(frozen=True)
class ServiceOn(Setting):
    """Enabled and active; `unit` with its suffix."""

    unit: str

    def check(self, case: Case) -> Check:
        """A unit without a file is a finding: its package is missing."""
        found = case.state.units.get(self.unit)
        if found is None or not found.enabled:
            return bad(self.unit, None, "enabled, active")
        good = found.enabled in ("enabled", "alias") and found.active == "active"
        return GOOD if good else bad(self.unit, f"{found.enabled}, {found.active}", "enabled, active")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Unmask, enable, start."""
        found = case.state.units.get(self.unit, Unit())
        name = shlex.quote(self.unit)
        if not found.enabled and not any(a.stage < 20 for a in overlay.actions):
            raise Refused(Text(f"{self.unit}: 未安装", f"{self.unit}: is not installed"))
        undo = [] if found.active == "active" else [f"systemctl stop {name}"]
        do = f"systemctl unmask -q {name}; systemctl enable -q --now {name}"
        if found.enabled == "masked":  # it may be wanted all the same: only new links go
            links, had = (
                f"find /etc/systemd/system -type l -lname {shlex.quote(f'*/{self.unit}')}",
                f"had.{name}",
            )
            do = f"{links} >{had}; {do}"
            undo += [f"{links} | grep -vxFf {had} | xargs -r rm -f", f"systemctl mask -q {name}"]
        elif found.enabled != "enabled":
            undo += [f"systemctl disable -q {name}"]
        overlay.act(Action(do, "; ".join(undo), stage=80, must=False))


@dataclass(frozen=True)
class ServiceOff(Setting):
    """Masked and not active; one that the host does not have is good."""

    unit: str

    def check(self, case: Case) -> Check:
        """Disabled is not enough: another unit could still start it."""
        found = case.state.units.get(self.unit)
        if found is None or (not found.enabled and found.active != "active"):
            return absent(self.unit)
        good = found.enabled == "masked" and found.active != "active"
        return GOOD if good else bad(self.unit, f"{found.enabled}, {found.active}", "masked, inactive")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Mask and stop."""
        found, name = case.state.units[self.unit], shlex.quote(self.unit)
        undo = [] if found.enabled == "masked" else [f"systemctl unmask -q {name}"]
        undo += [f"systemctl start {name}"] if found.active == "active" else []
        overlay.act(Action(f"systemctl mask -q --now {name}", "; ".join(undo), stage=80))
