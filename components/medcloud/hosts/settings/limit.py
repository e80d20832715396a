"""A limit of pam_limits."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting

OURS = "/etc/security/limits.d/99-zz-medcloud.conf"
_MAIN = "/etc/security/limits.conf"
READS = ("/etc/security/limits.d/*.conf", _MAIN)
_FIELDS = 4


@dataclass(frozen=True)
class Limit(Setting):
    """For every domain in `domains`, e.g. ``("*", "root")``: pam_limits' star does not take in root."""

    item: str
    kind: str
    """hard, soft or -."""
    condition: Condition
    domains: tuple[str, ...] = ("*", "root")

    def check(self, case: Case) -> Check:
        """The last line for each domain, main file first; another domain's laxer line is a finding too."""
        for domain in self.domains:
            value = next((v for d, v in reversed(self._all(case)) if d == domain), None)
            if not self.condition.holds(value):
                return bad(f"limits {domain} {self.kind} {self.item}", value, self.condition)
        for domain, value in self._all(case):
            if domain not in self.domains and not self.condition.holds(value):
                return bad(f"limits {domain} {self.kind} {self.item}", value, self.condition)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Lax lines go, ours come last."""
        for path in self._paths(case):
            content = overlay.read(path)
            if content is not None and path != OURS:
                lines = text.split(content, path)
                overlay.write(path, text.join(line for line in lines if not self._lax(line.text)))
        lines = [line for line in text.split(overlay.read(OURS) or b"", OURS) if not self._mine(line.text)]
        wanted = [f"{domain} {self.kind} {self.item} {self.condition.write}" for domain in self.domains]
        overlay.write(OURS, text.join(text.append(lines, wanted)))

    def _all(self, case: Case) -> list[tuple[str, str]]:
        found = []
        for path in self._paths(case):
            for line in text.split(case.state.read(path) or b"", path):
                if self._mine(line.text):
                    words = line.text.partition("#")[0].split()
                    found.append((words[0], words[3]))
        return found

    def _paths(self, case: Case) -> list[str]:
        return [_MAIN, *case.state.paths(READS[0])]

    def _mine(self, line: str) -> bool:
        words = line.partition("#")[0].split()
        return len(words) >= _FIELDS and words[2] == self.item and words[1] in (self.kind, "-")

    def _lax(self, line: str) -> bool:
        return self._mine(line) and not self.condition.holds(line.partition("#")[0].split()[3])
