"""A key of a ``key = value`` file such as pwquality.conf, faillock.conf, auditd.conf or journald.conf."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_SECTION = re.compile(r"\s*\[(?P<name>[^\]]+)\]\s*")


@dataclass(frozen=True)
class KeyValue(Setting):
    """The last value counts. A bare word without a value (faillock's even_deny_root) reads as ``yes``."""

    path: str
    key: str
    condition: Condition
    section: str = ""
    """For files with [sections]."""
    sign: str = " = "
    flag: bool = False
    """Written as a bare word."""
    default: str | None = None
    """What holds where the key is not set."""
    after: Action | None = None
    """The reload that makes it hold."""
    must_exist: bool = True
    """Whether a missing file means that what it is for is not on the host."""

    def check(self, case: Case) -> Check:
        """The last value in the section, else the default."""
        content = case.state.read(self.path)
        if content is None and self.must_exist:
            return bad(self.path, None, f"{self.key}{self.sign}{self.condition}")
        value = value_of(content or b"", self.path, self.key, self.section)
        value = self.default if value is None else value
        return GOOD if self.condition.holds(value) else bad(f"{self.path}: {self.key}", value, self.condition)

    def set(self, case: Case, overlay: Overlay) -> None:
        """The key once, where it first stood or at the end of its section."""
        content = overlay.read(self.path)
        if content is None and self.must_exist:
            raise Refused(
                Text(
                    f"{self.path}: 不存在，所属软件包未安装",
                    f"{self.path}: is not there: its package is not installed",
                )
            )
        set_value(overlay, self.path, self.key, self._text(), self.section)
        if self.after:
            overlay.act(self.after)

    def _text(self) -> str:
        return self.key if self.flag else f"{self.key}{self.sign}{self.condition.write}"


def value_of(content: bytes, path: str, key: str, section: str = "") -> str | None:
    """The last value of a key; ``yes`` for a bare word; None when it is not set."""
    value, inside = None, not section
    for line in text.split(content, path):
        if hit := _SECTION.fullmatch(line.text):
            inside = hit["name"] == section
        elif inside and key_of(line) == key:
            value = _value(line)
    return value


def set_value(overlay: Overlay, path: str, key: str, written: str, section: str = "") -> None:
    """Write one line for a key; other lines of the key in the section go."""
    lines = text.split(overlay.read(path) or b"", path)
    kept: list[Line] = []
    at, inside, end = None, not section, None
    for line in lines:
        hit = _SECTION.fullmatch(line.text)
        if hit:
            inside = hit["name"] == section
        if inside and not hit and key_of(line) == key:
            at = len(kept) if at is None else at
            continue
        kept.append(line)
        if inside:
            end = len(kept)
    if at is None and end is None and section:
        kept = text.append(kept, [f"[{section}]"])
        at = len(kept)
    place = next((p for p in (at, end) if p is not None), len(kept))
    overlay.write(path, text.join(text.insert(kept, place, [written])))


def key_of(line: Line) -> str:
    """The key of a line, in its own case; empty for comments."""
    bare = line.text.strip()
    return "" if bare.startswith(("#", ";")) else re.split(r"[\s=]", bare, maxsplit=1)[0]


def _value(line: Line) -> str:
    bare = line.text.strip()
    rest = bare[len(key_of(line)) :].strip().removeprefix("=").strip()
    return rest.partition(" #")[0].strip() if rest else "yes"
