"""A module in the stacks of every login, judged with includes taken in."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text, pam
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

READS = ("/etc/pam.d/*", "/etc/authselect/*")
_STRONG = ("required", "requisite")


@dataclass(frozen=True)
class PamModule(Setting):
    """`new` is added before the first line of module `before`, else at the end of its kind."""

    new: pam.PamLine
    before: str = ""
    after: str = ""
    """Or right after the first line of this module, where the kind has it."""
    services: tuple[str, ...] = ("sshd", "login")
    """Whose stacks are looked at; one that the host does not have is passed over."""
    files: tuple[str, ...] = ()
    """Where the line is added; empty: the files of all logins, as the system has them."""

    def check(self, case: Case) -> Check:
        """In each stack, with a control that can refuse, or as weak as the wanted line's own."""
        for service in self.services:
            stack = pam.resolve(case.state, service, self.new.kind)
            if stack is not None and not any(self._is(line) for line in stack):
                return bad(f"/etc/pam.d/{service} {self.new.kind}", None, self.new.module)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Add the line where it is missing; never a module that the host does not have."""
        require(case, self.new.module)
        for path in self.files or case.known.pam[self.new.kind]:
            add(overlay, path, self.new, self.before, self.after)

    def _is(self, line: pam.PamLine) -> bool:
        same = line.module == self.new.module and set(self.new.args) <= set(line.args)
        return same and (line.control in _STRONG or line.control == self.new.control)


def add(overlay: Overlay, path: str, new: pam.PamLine, before: str = "", after: str = "") -> None:
    """Add a line to a PAM file unless its module is there with these arguments."""
    content = overlay.read(path)
    if content is None:
        return
    lines = text.split(content, path)
    parsed = [pam.parse(line.text, path) for line in lines]
    if any(
        p and p.kind == new.kind and p.module == new.module and set(new.args) <= set(p.args) for p in parsed
    ):
        return
    at = pam.anchor(lines, path, new.kind, before) if before else None
    if after and (found := pam.anchor(lines, path, new.kind, after)) is not None:
        at = found + 1
    if before and at is None:
        raise Refused(
            Text(
                f"{path}: {new.kind} 无 {before}，不识此布局，未改动",
                f"{path}: {new.kind} has no {before}: unknown layout, left alone",
            )
        )
    last = max((i for i, p in enumerate(parsed) if p and p.kind == new.kind), default=len(lines) - 1)
    overlay.write(path, text.join(pam.insert(lines, path, last + 1 if at is None else at, new)))


def require(case: Case, module: str) -> None:
    """Refused when the host has no such module: a stack that names it would let nobody in."""
    if module not in case.state.lines("pam_modules"):
        raise Refused(Text(f"{module}: 主机无此 PAM 模块", f"{module}: the host has no such PAM module"))
