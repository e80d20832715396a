"""A text shown before or after login, that warns and tells nothing about the system."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_ESCAPES = re.compile(r"\\[SsmrvoO]|%[smrv]")


@dataclass(frozen=True)
class Banner(Setting):
    """Any text of a site's own will do; ours is written where there is none or it names the system."""

    path: str
    text: str
    may_be_empty: bool = False
    """Whether no text at all is good as well."""

    def check(self, case: Case) -> Check:
        """No escape that getty fills in, no name of the system."""
        found = (case.state.read(self.path) or b"").decode("utf-8", "replace")
        if not found.strip():
            return GOOD if self.may_be_empty else bad(self.path, None, Text("警示语", "a warning"))
        told = [hit[0] for hit in _ESCAPES.finditer(found)]
        told += [name for name in _names(case) if name.casefold() in found.casefold()]
        return (
            bad(self.path, " ".join(told), Text("不含系统信息", "nothing about the system")) if told else GOOD
        )

    def set(self, case: Case, overlay: Overlay) -> None:
        """Written whole."""
        overlay.write(self.path, self.text.encode())


def _names(case: Case) -> list[str]:
    """The system's name, and those of systems that its files may come from."""
    own = case.state.os_release.get("NAME")
    return [name for name in (own, "Debian", "Kernel ") if name]
