"""The kernel audits, and hands its records to a daemon."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting

_ON = ("1", "2")


@dataclass(frozen=True)
class AuditEnabled(Setting):
    """A daemon that runs is not enough: with ``enabled 0`` the kernel gives it nothing to write."""

    def check(self, case: Case) -> Check:
        """As ``auditctl -s`` tells it: on (2: on and locked), and a daemon's pid."""
        status = case.state.audit_status
        if status.get("enabled") not in _ON:
            return bad("auditctl -s enabled", status.get("enabled"), "1 | 2")
        heard = status.get("pid", "0") != "0"
        return GOOD if heard else bad("auditctl -s pid", "0", "auditd")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Switched on once the daemon has been started."""
        if case.state.audit_status.get("enabled") == "0":
            overlay.act(Action("auditctl -e 1", "auditctl -e 0", stage=85, must=False))
