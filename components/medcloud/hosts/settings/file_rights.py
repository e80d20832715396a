"""Owner and mode of a file or folder."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatch

from medcloud.hosts.check import GOOD, Check, absent, bad
from medcloud.hosts.control import Case
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.settings.setting import Setting


@dataclass(frozen=True)
class FileRights(Setting):
    """No more than `mode`, one of `users` and `groups`; the control names the glob in its `rights`."""

    glob: str
    mode: int
    users: tuple[str, ...] = ("root",)
    groups: tuple[str, ...] = ("root",)

    def check(self, case: Case) -> Check:
        """Every path that the glob finds; a link is not judged."""
        found = self._found(case)
        if not found:
            return absent(self.glob)
        wrong = [path for path in found if not self._good(case, path)]
        if not wrong:
            return GOOD
        rights = case.state.rights[wrong[0]]
        more = f" (+{len(wrong) - 1})" if len(wrong) > 1 else ""
        place, seen = f"{wrong[0]}{more}", f"{rights.mode:04o} {rights.user}:{rights.group}"
        return bad(place, seen, f"≤{self.mode:04o} {'|'.join(self.users)}:{'|'.join(self.groups)}")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Bits are only taken away; owners become the first of the allowed where they are none of them."""
        for path in self._found(case):
            rights = case.state.rights[path]
            if not self._good(case, path):
                user = rights.user if rights.user in self.users else self.users[0]
                group = rights.group if rights.group in self.groups else self.groups[0]
                owned = None if (user, group) == (rights.user, rights.group) else f"{user}:{group}"
                overlay.set_rights(path, rights.mode & self.mode, owned)

    def _found(self, case: Case) -> list[str]:
        return sorted(p for p, r in case.state.rights.items() if r.kind != "l" and _fits(p, self.glob))

    def _good(self, case: Case, path: str) -> bool:
        rights = case.state.rights[path]
        return not rights.mode & ~self.mode and rights.user in self.users and rights.group in self.groups


def _fits(path: str, glob: str) -> bool:
    """As the shell does it: a star stays within one folder."""
    return path.count("/") == glob.count("/") and fnmatch(path, glob)
