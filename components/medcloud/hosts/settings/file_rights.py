"""Owner and mode of a file or folder."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import Mount, Rights
from medcloud.text import Text

_WITHOUT_OWNERS = ("vfat", "exfat", "msdos", "iso9660")


@dataclass(frozen=True)
class FileRights(Setting):
    """No more than `mode`, one of `users` and `groups`; the control names the glob in its `rights`.

    An empty `users` or `groups` takes whoever it is.
    """

    glob: str
    mode: int
    users: tuple[str, ...] = ("root",)
    groups: tuple[str, ...] = ("root",)

    def check(self, case: Case) -> Check:
        """Every path that the glob finds; a link is not judged."""
        found = self._found(case)
        if not found:
            return absent(self.glob)
        wrong = [path for path, rights in found.items() if not self._good(rights)]
        if not wrong:
            return GOOD
        rights = found[wrong[0]]
        more = f" (+{len(wrong) - 1})" if len(wrong) > 1 else ""
        place, seen = f"{wrong[0]}{more}", f"{rights.mode:04o} {rights.user}:{rights.group}"
        return bad(place, seen, f"≤{self.mode:04o} {_one_of(self.users)}:{_one_of(self.groups)}")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Bits are only taken away; owners become the first of the allowed where they are none of them."""
        for path, rights in self._found(case).items():
            if not self._good(rights):
                if "ro" in _mount(case, path).options:
                    raise Refused(Text(f"{path}: 文件系统只读", f"{path}: its file system is read only"))
                user = rights.user if _among(rights.user, self.users) else self.users[0]
                group = rights.group if _among(rights.group, self.groups) else self.groups[0]
                owned = None if (user, group) == (rights.user, rights.group) else f"{user}:{group}"
                overlay.set_rights(path, rights.mode & self.mode, owned)

    def _found(self, case: Case) -> dict[str, Rights]:
        found = {path: r for path, r in case.state.rights_of(self.glob).items() if r.kind != "l"}
        return {p: found[p] for p in sorted(found) if _mount(case, p).kind not in _WITHOUT_OWNERS}

    def _good(self, rights: Rights) -> bool:
        owned = _among(rights.user, self.users) and _among(rights.group, self.groups)
        return owned and not rights.mode & ~self.mode


def _mount(case: Case, path: str) -> Mount:
    """The file system that a path is on."""
    mounts = case.state.mounts
    points = [point for point in mounts if f"{path}/".startswith(f"{point.rstrip('/')}/")]
    return mounts[max(points, key=len)] if points else Mount("", "", ())


def _among(name: str, names: tuple[str, ...]) -> bool:
    return not names or name in names


def _one_of(names: tuple[str, ...]) -> str:
    return "|".join(names) or "*"
