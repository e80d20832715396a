"""A key of login.defs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.hosts import lines as text
from medcloud.hosts.check import GOOD, Check, bad
from medcloud.hosts.control import Case
from medcloud.hosts.lines import Line
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.want import Want

PATH = "/etc/login.defs"
READS = (PATH,)
_LINE = re.compile(r"\s*(?P<key>\w+)[\s=]+\"?(?P<value>[^\"#]*?)\"?\s*(#.*)?")


@dataclass(frozen=True)
class LoginDefs(Setting):
    """What new accounts and shadow's tools go by; the last value counts."""

    key: str
    want: Want

    def check(self, case: Case) -> Check:
        """The last value."""
        value = None
        for line in text.split(case.state.read(PATH) or b"", PATH):
            if _key(line) == self.key:
                value = _value(line)
        return GOOD if self.want.holds(value) else bad(f"{PATH}: {self.key}", value, self.want)

    def set(self, case: Case, overlay: Overlay) -> None:
        """The key once, where it first stood."""
        lines = text.split(overlay.read(PATH) or b"", PATH)
        at = next((i for i, line in enumerate(lines) if _key(line) == self.key), len(lines))
        kept = [line for line in lines if _key(line) != self.key]
        overlay.write(PATH, text.join(text.insert(kept, at, [f"{self.key}\t{self.want.write}"])))


def _key(line: Line) -> str:
    hit = _LINE.fullmatch(line.text)
    return hit["key"] if hit else ""


def _value(line: Line) -> str:
    hit = _LINE.fullmatch(line.text)
    return hit["value"] if hit else ""
