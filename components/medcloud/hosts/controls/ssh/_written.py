"""An option of sshd that must stand in its files, where its default would do as well.

A default changes with a package; who assesses a host reads what is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.sshd_option import READS


@dataclass(frozen=True)
class Written(SshdOption):
    """First what sshd goes by, then whether a file says so."""

    def check(self, case: Case) -> Check:
        """Good when the effective value is, and is written."""
        found = super().check(case)
        if found != GOOD or self._written(case):
            return found
        return bad(f"{READS[0]}: {self.name}", None, self.condition)

    def _written(self, case: Case) -> bool:
        paths = case.state.paths(*READS)
        return any(self.name.lower() in _keys(case.state.read(path) or b"", path) for path in paths)


def _keys(content: bytes, path: str) -> set[str]:
    """The keywords before the first Match."""
    found: set[str] = set()
    for line in lines.split(content, path):
        key = line.text.replace("=", " ").split(maxsplit=1)[:1]
        if key and key[0].lower() == "match":
            break
        found.update(word.lower() for word in key)
    return found
