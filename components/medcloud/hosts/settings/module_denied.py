"""A kernel module that cannot be loaded."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import Module

OURS = "/etc/modprobe.d/medcloud.conf"
READS = ("/etc/modprobe.d/*.conf",)
_FALSE = ("/bin/false", "/usr/bin/false", "/bin/true", "/usr/bin/true")


@dataclass(frozen=True)
class ModuleDenied(Setting):
    """By name with underscores; modprobe runs false instead, and does not take its aliases."""

    name: str

    def check(self, case: Case) -> Check:
        """As modprobe has it, and not loaded now."""
        found = case.state.modules.get(self.name, Module())
        if found.install not in _FALSE:
            return bad(f"modprobe {self.name}", found.install or None, "install /bin/false")
        loaded = found.loaded and not case.state.container
        return bad(f"module {self.name}", "loaded", "-") if loaded else GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Two lines in a file of ours; a loaded one is taken out if nothing uses it."""
        lines = text.split(overlay.read(OURS) or b"", OURS)
        wanted = (f"install {self.name} /bin/false", f"blacklist {self.name}")
        missing = [line for line in wanted if line not in {have.text for have in lines}]
        overlay.write(OURS, text.join(text.append(lines, missing)))
        if case.state.modules.get(self.name, Module()).loaded:
            overlay.act(Action(f"modprobe -r {self.name}", f"modprobe {self.name}", must=False))
