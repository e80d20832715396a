"""The umask lines of the shells' start files: they come after PAM and win."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from medcloud.hosts import lines as text
from medcloud.hosts.check import GOOD, Check, bad
from medcloud.hosts.control import Case
from medcloud.hosts.lines import Line
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.want import Umask

_LINE = re.compile(r"(?P<head>\s*(?:.*[;&]\s*)?umask\s+)(?P<value>[0-7]{1,4})(?P<tail>\s*(?:[;&#].*)?)")


@dataclass(frozen=True)
class ShellUmask(Setting):
    """Each ``umask 022`` in these files; the control names them in its `reads`."""

    paths: tuple[str, ...]
    """Exact ones, and folders that end with a slash."""
    want: Umask

    def check(self, case: Case) -> Check:
        """Every one; a file without any leaves the umask of PAM as it is."""
        for path in self._files(case):
            for line in text.split(case.state.read(path) or b"", path):
                hit = _LINE.fullmatch(line.text)
                if hit and not self._holds(hit):
                    return bad(f"{path}: umask", hit["value"], self.want)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Only the figure changes."""
        for path in self._files(case):
            lines = text.split(overlay.read(path) or b"", path)
            overlay.write(path, text.join(self._set(line) for line in lines))

    def _files(self, case: Case) -> list[str]:
        state = case.state
        folders = tuple(path for path in self.paths if path.endswith("/"))
        found = [path for path in state.files if path in self.paths or (folders and path.startswith(folders))]
        return [path for path in sorted(found) if state.read(path) is not None]

    def _set(self, line: Line) -> Line:
        hit = _LINE.fullmatch(line.text)
        if hit is None or self._holds(hit):
            return line
        return replace(line, text=f"{hit['head']}{self.want.write}{hit['tail']}")

    def _holds(self, hit: re.Match[str]) -> bool:
        commented = hit["head"].lstrip().startswith("#")
        return commented or self.want.holds(hit["value"])
