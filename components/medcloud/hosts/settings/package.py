"""Packages that are there or not."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting

_TOOLS = {
    "apt": (
        "DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install {}",
        "DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-auto-remove remove {}",
    ),
    "dnf": ("dnf -q -y install {}", "dnf -q -y --noautoremove remove {}"),
}


@dataclass(frozen=True)
class PackagePresent(Setting):
    """One of some names, the system's own first; the first is installed."""

    names: tuple[str, ...]

    def check(self, case: Case) -> Check:
        """In the package database."""
        there = any(name in case.state.packages for name in self.names)
        return GOOD if there else bad(f"package {self.names[0]}", None, "installed")

    def set(self, case: Case, overlay: Overlay) -> None:
        """From the host's own repositories, before files change; without them the control stays as it is."""
        install, remove = _TOOLS[case.known.package_manager]
        name = shlex.quote(self.names[0])
        overlay.act(Action(install.format(name), remove.format(name), stage=10, must=False))


@dataclass(frozen=True)
class PackageAbsent(Setting):
    """Not installed."""

    name: str

    def check(self, case: Case) -> Check:
        """In the package database."""
        found = case.state.packages.get(self.name)
        return GOOD if found is None else bad(f"package {self.name}", found, "-")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Removed last; put back from the host's repositories."""
        install, remove = _TOOLS[case.known.package_manager]
        name = shlex.quote(self.name)
        overlay.act(Action(remove.format(name), install.format(name), stage=95, must=False))
