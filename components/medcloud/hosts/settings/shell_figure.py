"""A figure that the shells' start files set, umask or TMOUT: they come after PAM, and one of them wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting


@dataclass(frozen=True)
class ShellFigure(Setting):
    """Each one in these files; the control names them in its `reads`."""

    name: str
    """``umask`` for a command, ``TMOUT=`` for a variable."""
    paths: tuple[str, ...]
    """Globs."""
    condition: Condition

    def check(self, case: Case) -> Check:
        """Every one; files without any leave it as it is."""
        for path in self._files(case):
            for line in text.split(case.state.read(path) or b"", path):
                hit = self._line.fullmatch(line.text)
                if hit and not self._holds(hit):
                    return bad(f"{path}: {self.name.rstrip('=')}", hit["value"], self.condition)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Only the figure changes."""
        for path in self._files(case):
            lines = text.split(overlay.read(path) or b"", path)
            overlay.write(path, text.join(self._set(line) for line in lines))

    @cached_property
    def _line(self) -> re.Pattern[str]:
        before = r"(?:.*[;&\s])?" + (self.name if self.name.endswith("=") else rf"{self.name}\s+")
        return re.compile(rf"(?P<head>{before}[\"']?)(?P<value>\d+)(?P<tail>[\"']?(?:[\s;&#].*)?)")

    def _files(self, case: Case) -> list[str]:
        return [path for path in case.state.paths(*self.paths) if case.state.read(path) is not None]

    def _set(self, line: Line) -> Line:
        hit = self._line.fullmatch(line.text)
        if hit is None or self._holds(hit):
            return line
        return replace(line, text=f"{hit['head']}{self.condition.write}{hit['tail']}")

    def _holds(self, hit: re.Match[str]) -> bool:
        commented = hit["head"].lstrip().startswith("#")
        return commented or self.condition.holds(hit["value"])
