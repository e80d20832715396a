"""A Defaults line of sudo, judged by what ``sudo -V`` says holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting

OURS = "/etc/sudoers.d/zz-medcloud"
READS = (OURS, "/etc/sudoers", "/etc/sudoers.d/*")


@dataclass(frozen=True)
class SudoDefault(Setting):
    """`shown` is a pattern for a whole line of sudo -V; its first group, or ``yes``, is the value."""

    written: str
    """e.g. ``timestamp_timeout=5`` or ``!targetpw``."""
    shown: str
    condition: Condition

    def check(self, case: Case) -> Check:
        """The value for everyone; a line that is not shown stands for ``no``."""
        lines = case.state.lines("sudo")
        if not lines:
            return absent("sudo")
        hits = [hit for hit in (re.fullmatch(self.shown, line.strip()) for line in lines) if hit]
        value = (hits[-1][1] if hits[-1].re.groups else "yes") if hits else "no"
        place = f"sudo {self.written.partition('=')[0]}"
        return GOOD if self.condition.holds(value) else bad(place, value, self.condition)

    def set(self, case: Case, overlay: Overlay) -> None:
        """Into a file of ours that sudo reads last; visudo looks at it first."""
        wanted = f"Defaults {self.written}"
        lines = text.split(overlay.read(OURS) or b"", OURS)
        if wanted not in [line.text for line in lines]:
            overlay.write(OURS, text.join(text.append(lines, [wanted])), mode=0o440, owner="root:root")
        overlay.check("visudo -c")
