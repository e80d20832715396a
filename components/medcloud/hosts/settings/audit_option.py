"""A setting of the kernel's auditing itself: backlog, failure flag, lock."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.audit_rule import load
from medcloud.hosts.settings.check import GOOD, Check, Verdict, absent, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_FOLDER = "/etc/audit/rules.d/"


@dataclass(frozen=True)
class AuditOption(Setting):
    """`flag` as auditctl has it, e.g. ``-b``; `status` as ``auditctl -s`` names it, e.g. backlog_limit."""

    flag: str
    status: str
    condition: Condition
    file: str = f"{_FOLDER}50-medcloud.rules"
    at_boot: bool = False
    """Not loaded now: it cannot be taken back until the next boot, and holds from then on."""

    def check(self, case: Case) -> Check:
        """As the kernel has it, and in the rules files, or a boot would lose it."""
        if case.state.container:
            return absent(Text("audit: 内核属于宿主机", "audit: the kernel belongs to the machine below"))
        now = case.state.audit_status.get(self.status)
        later = self._written(case)
        if later is None or not self.condition.holds(later):
            return bad(f"{_FOLDER} {self.flag}", later, self.condition)
        if self.condition.holds(now):
            return GOOD
        if self.at_boot:
            return Check(
                Verdict.MANUAL,
                Text(f"{self.status} {now}: 重启后生效", f"{self.status} {now}: boot the host to have it"),
            )
        return bad(f"auditctl -s {self.status}", now, self.condition)

    def set(self, case: Case, overlay: Overlay) -> None:
        """The last such line of all files counts: others of the flag go, ours is added."""
        for path in _paths(case):
            lines = text.split(overlay.read(path) or b"", path)
            overlay.write(path, text.join(line for line in lines if not self._mine(line.text)))
        lines = text.split(overlay.read(self.file) or b"", self.file)
        wanted = f"{self.flag} {self.condition.write}"
        overlay.write(self.file, text.join(text.insert(lines, 0, [wanted])), mode=0o640)
        load(overlay)

    def _mine(self, line: str) -> bool:
        return line.split()[:1] == [self.flag]

    def _written(self, case: Case) -> str | None:
        found = [
            line.text.split()[1]
            for path in _paths(case)
            for line in text.split(case.state.read(path) or b"", path)
            if self._mine(line.text) and len(line.text.split()) > 1
        ]
        return found[-1] if found else None


def _paths(case: Case) -> tuple[str, ...]:
    return case.state.paths(f"{_FOLDER}*.rules")
