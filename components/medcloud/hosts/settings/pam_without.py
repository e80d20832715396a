"""An argument that no PAM line of a module may have, such as nullok."""

from __future__ import annotations

from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text, pam
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting


@dataclass(frozen=True)
class PamWithout(Setting):
    """Judged in the stacks of `services`, taken out of the files where they find it."""

    kind: str
    module: str
    options: tuple[str, ...]
    services: tuple[str, ...] = ("sshd", "login", "su", "sudo", "passwd")

    def check(self, case: Case) -> Check:
        """No line of the module has one of them."""
        for line in self._lines(case):
            found = self._in(line)
            if found:
                return bad(f"{line.path}: {self.kind} {self.module}", " ".join(found), "-")
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Only the arguments go."""
        for path in dict.fromkeys(line.path for line in self._lines(case)):
            content = overlay.read(path)
            if content is not None:
                overlay.write(path, text.join(self._set(line, path) for line in text.split(content, path)))

    def _lines(self, case: Case) -> list[pam.PamLine]:
        stacks = (pam.resolve(case.state, service, self.kind) or () for service in self.services)
        return [line for stack in stacks for line in stack if line.module == self.module]

    def _in(self, line: pam.PamLine) -> list[str]:
        return [arg for arg in line.args if arg.partition("=")[0] in self.options]

    def _set(self, line: Line, path: str) -> Line:
        parsed = pam.parse(line.text, path)
        if parsed is None or (parsed.kind, parsed.module) != (self.kind, self.module):
            return line
        found = self._in(parsed)
        if not found:
            return line
        args = tuple(arg for arg in parsed.args if arg not in found)
        return replace(line, text=pam.render(replace(parsed, args=args)))
