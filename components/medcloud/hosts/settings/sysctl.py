"""A kernel setting: its value now, and the one that the files give it after a boot."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, replace

from medcloud.hosts import lines as text
from medcloud.hosts.check import GOOD, Check, Verdict, absent, bad
from medcloud.hosts.control import Case
from medcloud.hosts.lines import Line
from medcloud.hosts.overlay import Action, Overlay
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import HostState
from medcloud.hosts.want import Want

OURS = "/etc/sysctl.d/99-zz-medcloud.conf"
_LAST = "/etc/sysctl.conf"
_FOLDERS = (
    "/etc/sysctl.d/",
    "/run/sysctl.d/",
    "/usr/local/lib/sysctl.d/",
    "/usr/lib/sysctl.d/",
    "/lib/sysctl.d/",
)
READS = (_LAST, *(f"{folder}*.conf" for folder in _FOLDERS))
_LINE = re.compile(r"\s*-?\s*(?P<key>[\w./*-]+)\s*=\s*(?P<value>.*?)\s*")


@dataclass(frozen=True)
class Sysctl(Setting):
    """`key` with dots; the same key with slashes in a file is seen as well."""

    key: str
    want: Want
    one_way: bool = False
    """The kernel takes it back only at a boot: it is written, and holds from the next one on."""

    def check(self, case: Case) -> Check:
        """Now, and after a boot."""
        now = case.state.sysctl.get(self.key)
        if now is None:
            return absent(f"sysctl {self.key}")
        if _foreign(case.state, self.key):
            return absent(f"sysctl {self.key}: 内核属于宿主机 / the kernel belongs to the machine below")
        later = _at_boot(case.state, self.key)
        if self.one_way and self.want.holds(later) and not self.want.holds(now):
            return Check(Verdict.MANUAL, f"sysctl {self.key} = {now}: 重启后生效 / boot the host to have it")
        if not self.want.holds(now):
            return bad(f"sysctl {self.key}", now, self.want)
        return (
            GOOD
            if self.want.holds(later)
            else bad(f"sysctl {self.key}: 重启后 / after a boot", later, self.want)
        )

    def set(self, case: Case, overlay: Overlay) -> None:
        """Lax values in /etc are replaced, ours is the last file; the running kernel is told."""
        for path in _in_order(case.state):
            if path.startswith("/etc/") and path != OURS:
                lines = text.split(overlay.read(path) or b"", path)
                overlay.write(path, text.join(self._set(line) for line in lines))
        ours = text.split(overlay.read(OURS) or b"", OURS)
        kept = [line for line in ours if _key(line) != self.key]
        overlay.write(OURS, text.join(text.append(kept, [f"{self.key} = {self.want.write}"])))
        now = case.state.sysctl[self.key]
        if not self.one_way and not self.want.holds(now):
            overlay.act(Action(_set(self.key, self.want.write), _set(self.key, now)))

    def _set(self, line: Line) -> Line:
        hit = _LINE.fullmatch(line.text)
        if _key(line) != self.key or hit is None or self.want.holds(hit["value"]):
            return line
        return replace(line, text=f"{self.key} = {self.want.write}")


def _set(key: str, value: str) -> str:
    return f"sysctl -q -w {shlex.quote(f'{key}={value}')}"


def _key(line: Line) -> str:
    if line.text.lstrip().startswith(("#", ";")):
        return ""
    hit = _LINE.fullmatch(line.text)
    return hit["key"].replace("/", ".") if hit else ""


def _in_order(state: HostState) -> list[str]:
    """The files in the order in which systemd-sysctl and procps apply them; a name counts once."""
    chosen: dict[str, str] = {}
    for folder in reversed(_FOLDERS):
        for path in state.files:
            if path.startswith(folder) and state.read(path) is not None:
                chosen[path.rpartition("/")[2]] = path
    found = [chosen[name] for name in sorted(chosen)]
    return list(
        dict.fromkeys(state.resolve(path) for path in [*found, _LAST] if state.read(path) is not None)
    )


def _at_boot(state: HostState, key: str) -> str | None:
    value = None
    for path in _in_order(state):
        for line in text.split(state.read(path) or b"", path):
            hit = _LINE.fullmatch(line.text)
            if hit and _key(line) == key:
                value = hit["value"]
    return value


def _foreign(state: HostState, key: str) -> bool:
    """Whether the setting is the machine's below a container: read only here."""
    path = f"/proc/sys/{key.replace('.', '/')}"
    points = [p for p in state.mounts if path == p or path.startswith(p.rstrip("/") + "/")]
    return state.container and bool(points) and "ro" in state.mounts[max(points, key=len)].options
