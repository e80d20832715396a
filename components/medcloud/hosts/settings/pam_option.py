"""An option of a PAM module: its argument in the stack counts, else its own file, else its default."""

from __future__ import annotations

from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text, pam
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.key_value import set_value, value_of
from medcloud.hosts.settings.pam_module import require
from medcloud.hosts.settings.setting import Setting

READS = ("/etc/security/*.conf",)


@dataclass(frozen=True)
class PamOption(Setting):
    """`conf` is the module's file, empty when it has none: then the argument is written into the stack."""

    kind: str
    module: str
    option: str
    condition: Condition
    conf: str = ""
    default: str | None = None
    flag: bool = False
    """A bare word, such as even_deny_root; set reads as ``yes``."""
    services: tuple[str, ...] = ("sshd", "login", "passwd")

    def check(self, case: Case) -> Check:
        """In every stack that has the module; in its file alone where none has."""
        own = value_of(case.state.read(self.conf) or b"", self.conf, self.option) if self.conf else None
        own = self.default if own is None else own
        lines = self._lines(case)
        if not lines and not self.condition.holds(own):
            return bad(f"{self.conf or self.module}: {self.option}", own, self.condition)
        for line in lines:
            value = line.option(self.option)
            value = own if value is None else value or "yes"
            if not self.condition.holds(value):
                return bad(f"{line.path}: {self.module} {self.option}", value, self.condition)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Into the module's file, lax arguments taken out of the stacks; or into the stacks."""
        require(case, self.module)
        for path in dict.fromkeys((*case.known.pam[self.kind], *(line.path for line in self._lines(case)))):
            content = overlay.read(path)
            if content is not None:
                overlay.write(path, text.join(self._set(line, path) for line in text.split(content, path)))
        if self.conf:
            written = self.option if self.flag else f"{self.option} = {self.condition.write}"
            set_value(overlay, self.conf, self.option, written)

    def _lines(self, case: Case) -> list[pam.PamLine]:
        stacks = (pam.resolve(case.state, service, self.kind) or () for service in self.services)
        return [line for stack in stacks for line in stack if line.module == self.module]

    def _set(self, line: Line, path: str) -> Line:
        parsed = pam.parse(line.text, path)
        if parsed is None or parsed.kind != self.kind or parsed.module != self.module:
            return line
        value = parsed.option(self.option)
        if (value is None and self.conf) or (value is not None and self.condition.holds(value or "yes")):
            return line
        args = tuple(arg for arg in parsed.args if arg.partition("=")[0] != self.option)
        if not self.conf:
            args += (self.option if self.flag else f"{self.option}={self.condition.write}",)
        return replace(line, text=pam.render(replace(parsed, args=args)))
