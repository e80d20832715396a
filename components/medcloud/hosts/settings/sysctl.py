"""A kernel setting: its value now, and the one that the files give it after a boot."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, Verdict, absent, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import HostState
from medcloud.text import Text

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
_PASSING = re.compile(r"(veth|cali|cni|docker|flannel|br-|virbr|vnet|tap|tun)")
"""Interfaces that come and go: no file names them."""
_LINE = re.compile(r"\s*-?\s*(?P<key>[\w./*-]+)\s*=\s*(?P<value>.*?)\s*")


@dataclass(frozen=True)
class Sysctl(Setting):
    """`key` with dots; the same key with slashes in a file is seen as well."""

    key: str
    condition: Condition
    one_way: bool = False
    """The kernel takes it back only at a boot: it is written, and holds from the next one on."""
    interface: str = ""
    """The interface that `key` is of: no file need name it as long as it is as wanted."""

    def check(self, case: Case) -> Check:
        """Now, and after a boot."""
        now = case.state.sysctl.get(self.key)
        if now is None:
            return absent(f"sysctl {self.key}")
        if _foreign(case.state, self.key):
            return absent(
                Text(
                    f"sysctl {self.key}: 内核属于宿主机",
                    f"sysctl {self.key}: the kernel belongs to the machine below",
                )
            )
        later = _at_boot(case.state, self.key)
        if self.one_way and self.condition.holds(later) and not self.condition.holds(now):
            return Check(
                Verdict.MANUAL,
                Text(
                    f"sysctl {self.key} = {now}: 重启后生效",
                    f"sysctl {self.key} = {now}: boot the host to have it",
                ),
            )
        if not self.condition.holds(now):
            return bad(f"sysctl {self.key}", now, self.condition)
        unnamed = self.interface and later is None
        return (
            GOOD
            if unnamed or self.condition.holds(later)
            else bad(
                Text(f"sysctl {self.key}: 重启后", f"sysctl {self.key}: after a boot"),
                later,
                self.condition,
            )
        )

    def set(self, case: Case, overlay: Overlay) -> None:
        """Lax values in /etc are replaced, ours is the last file; the running kernel is told."""
        for path in _in_order(case.state):
            if path.startswith("/etc/") and path != OURS:
                lines = text.split(overlay.read(path) or b"", path)
                overlay.write(path, text.join(self._set(line) for line in lines))
        if not _PASSING.match(self.interface):
            ours = text.split(overlay.read(OURS) or b"", OURS)
            kept = [line for line in ours if _key(line) != self.key]
            overlay.write(OURS, text.join(text.append(kept, [f"{self.key} = {self.condition.write}"])))
        now = case.state.sysctl[self.key]
        if not self.one_way and not self.condition.holds(now):
            overlay.act(Action(_set(self.key, self.condition.write), _set(self.key, now)))

    def _set(self, line: Line) -> Line:
        hit = _LINE.fullmatch(line.text)
        if _key(line) != self.key or hit is None or self.condition.holds(hit["value"]):
            return line
        return replace(line, text=f"{self.key} = {self.condition.write}")


def each_interface(case: Case, *names: str, condition: Condition) -> list[Sysctl]:
    """`all`, `default` and each interface there is, of names such as ``ipv6.accept_redirects``.

    For where the kernel goes by an interface's own value, whatever `all` says.
    """
    found = []
    for name in names:
        family, _, word = name.partition(".")
        head, tail = f"net.{family}.conf.", f".{word}"
        found += [Sysctl(f"{head}{which}{tail}", condition) for which in ("all", "default")]
        for key in sorted(case.state.sysctl):
            which = key.removeprefix(head).removesuffix(tail)
            if key == f"{head}{which}{tail}" and which not in ("all", "default", "lo"):
                found.append(Sysctl(key, condition, interface=which))
    return found


def _set(key: str, value: str) -> str:
    return f"sysctl -q -w {shlex.quote(f'{key}={value}')}"


def _key(line: Line) -> str:
    if line.text.lstrip().startswith(("#", ";")):
        return ""
    hit = _LINE.fullmatch(line.text)
    return _dotted(hit["key"]) if hit else ""


def _dotted(key: str) -> str:
    """The first mark divides, the other one stands for it in names: ``eth0.5`` is ``eth0/5`` with dots."""
    first = next((mark for mark in key if mark in "./"), ".")
    return key if first == "." else key.translate(str.maketrans("./", "/."))


def _in_order(state: HostState) -> list[str]:
    """The files in the order in which systemd-sysctl and procps apply them; a name counts once."""
    chosen: dict[str, str] = {}
    for folder in reversed(_FOLDERS):
        for path in state.paths(f"{folder}*.conf"):
            if state.read(path) is not None:
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
