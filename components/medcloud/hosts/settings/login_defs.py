"""A key of login.defs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting

PATH = "/etc/login.defs"
READS = (PATH,)
_LINE = re.compile(r"\s*(?P<key>\w+)[\s=]+\"?(?P<value>[^\"#]*?)\"?\s*(#.*)?")


@dataclass(frozen=True)
class LoginDefs(Setting):
    """What new accounts and shadow's tools go by; the last value counts."""

    key: str
    condition: Condition

    def check(self, case: Case) -> Check:
        """The last value."""
        value = None
        for line in text.split(case.state.read(PATH) or b"", PATH):
            if _key(line) == self.key:
                value = _value(line)
        return GOOD if self.condition.holds(value) else bad(f"{PATH}: {self.key}", value, self.condition)

    def set(self, case: Case, overlay: Overlay) -> None:
        """The key once, where it first stood."""
        lines = text.split(overlay.read(PATH) or b"", PATH)
        at = next((i for i, line in enumerate(lines) if _key(line) == self.key), len(lines))
        kept = [line for line in lines if _key(line) != self.key]
        overlay.write(PATH, text.join(text.insert(kept, at, [f"{self.key}\t{self.condition.write}"])))


def _key(line: Line) -> str:
    hit = _LINE.fullmatch(line.text)
    return hit["key"] if hit else ""


def _value(line: Line) -> str:
    hit = _LINE.fullmatch(line.text)
    return hit["value"] if hit else ""
