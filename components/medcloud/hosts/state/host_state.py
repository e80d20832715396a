"""One host as it was found: sections of text with typed views over them."""

from __future__ import annotations

import os.path
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from medcloud.hosts.state import sections
from medcloud.hosts.state.asked import Asked, covered, fits
from medcloud.hosts.state.facts import Account, HostFile, Module, Mount, Rights, Scan, Socket, Unit, Unknown
from medcloud.text import Text

_LINKS = 8


@dataclass(frozen=True)
class Section:
    """What one probe printed, and its exit code."""

    lines: tuple[str, ...]
    code: int = 0


@dataclass(frozen=True)
class HostState:
    """Everything that was asked of a host.

    A view raises Unknown when its probe failed there; so does asking for what the scan did not ask for.
    """

    _sections: Mapping[str, Section]
    _files: Mapping[str, HostFile]
    asked: Asked

    def lines(self, probe: str) -> tuple[str, ...]:
        """What a probe printed; Unknown with the reason when it failed."""
        found = self._sections.get(probe)
        if found is None:
            raise Unknown(Text(f"{probe}: 未采集", f"{probe}: was not gathered"))
        if found.code:
            said = " ".join(found.lines[-2:]) or "-"
            raise Unknown(
                Text(f"{probe}: 退出码 {found.code}: {said}", f"{probe}: exit code {found.code}: {said}")
            )
        return found.lines

    def resolve(self, path: str) -> str:
        """The path behind links, as far as they were read."""
        for _ in range(_LINKS):
            found = self._files.get(path)
            if found is None or not found.target:
                break
            path = os.path.normpath(os.path.join(os.path.dirname(path), found.target))  # noqa: PTH118,PTH120 - a host's path
        return path

    def read(self, path: str) -> bytes | None:
        """The content of a file, None when there is none; Unknown when it was not asked for or not read."""
        found = self._files.get(self.resolve(path))
        if found is not None and not found.target:
            return found.content
        if path not in self._ends and not covered(path, self.asked.reads):
            raise Unknown(Text(f"{path}: 未采集", f"{path}: was not asked for"))
        if path in self._there:
            raise Unknown(
                Text(f"{path}: 未能读取（过大？）", f"{path}: is there but was not read (too large?)")
            )
        return None

    def paths(self, *globs: str) -> tuple[str, ...]:
        """The files and links that some globs find, sorted; Unknown when one was not asked for."""
        if unasked := [glob for glob in globs if not covered(glob, self.asked.reads)]:
            raise Unknown(Text(f"{', '.join(unasked)}: 未采集", f"{', '.join(unasked)}: was not asked for"))
        return tuple(sorted(path for path in self._files if any(fits(path, glob) for glob in globs)))

    @cached_property
    def _there(self) -> frozenset[str]:
        """Files that the globs find, whether they were read or not."""
        return frozenset(self.lines("there"))

    @cached_property
    def _ends(self) -> frozenset[str]:
        """Where links lead, be anything there or not."""
        return frozenset(self.resolve(path) for path, file in self._files.items() if file.target)

    @cached_property
    def identity(self) -> Mapping[str, str]:
        """uid, user, name, kernel, isa, time, boot, container."""
        return sections.pairs(self.lines("identity"))

    def _identity(self, key: str) -> str:
        if key not in self.identity:
            raise Unknown(Text(f"identity {key}: 未采集", f"identity {key}: was not gathered"))
        return self.identity[key]

    @property
    def container(self) -> bool:
        """Whether its kernel belongs to another machine."""
        return self._identity("container") != "none"

    @property
    def isa(self) -> str:
        """Its instruction set, as uname has it."""
        return self._identity("isa")

    @property
    def today(self) -> int:
        """Days since 1970, by the host's clock."""
        return int(self._identity("time")) // 86_400

    @cached_property
    def os_release(self) -> Mapping[str, str]:
        """Fields of os-release."""
        return sections.os_release(self.lines("os_release"))

    @cached_property
    def sshd(self) -> Mapping[str, tuple[str, ...]]:
        """sshd -T: values by keyword in lower case, as many as it is given."""
        return sections.sshd(self.lines("sshd"))

    @cached_property
    def ssh_offers(self) -> Mapping[str, tuple[str, ...]]:
        """What the host's OpenSSH can do: cipher, mac, kex, key."""
        return sections.grouped(self.lines("ssh_offers"))

    @cached_property
    def sysctl(self) -> Mapping[str, str]:
        """Kernel settings as read."""
        return sections.sysctl(self.lines("sysctl"))

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """passwd with shadow, in order."""
        return tuple(
            sections.account(line) for line in self.lines("accounts") if line and line[0] not in "+-"
        )

    @cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """Members that the group file names, by group."""
        return sections.groups(self.lines("groups"))

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """systemd units by full name."""
        return sections.units(self.lines("units"))

    @cached_property
    def packages(self) -> Mapping[str, str]:
        """Installed packages and their versions."""
        return sections.packages(self.lines("packages"))

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """Kernel modules that are loaded or that modprobe has a rule for; - is written _."""
        return sections.modules(self.lines("modules"))

    @cached_property
    def mounts(self) -> Mapping[str, Mount]:
        """Mounts by mount point; the last one counts."""
        return sections.mounts(self.lines("mounts"))

    @cached_property
    def scan(self) -> tuple[Scan, ...]:
        """Paths with setuid, writable by all, or without an owner."""
        return tuple(sections.scan(line) for line in self.lines("scan") if line.count(" ") >= 4)

    @cached_property
    def sockets(self) -> tuple[Socket, ...]:
        """What listens."""
        return tuple(filter(None, map(sections.socket, self.lines("sockets"))))

    def rights(self, path: str) -> Rights | None:
        """Kind, owner and mode of a path, None when it is not there; Unknown when they were not asked for."""
        if not covered(path, self.asked.rights):
            raise Unknown(Text(f"{path}: 未采集权限", f"{path}: its rights were not asked for"))
        return self._rights.get(path)

    def rights_of(self, *globs: str) -> Mapping[str, Rights]:
        """The same of all paths that some globs find; Unknown when one was not asked for."""
        if unasked := [glob for glob in globs if not covered(glob, self.asked.rights)]:
            raise Unknown(
                Text(f"{', '.join(unasked)}: 未采集权限", f"{', '.join(unasked)}: rights were not asked for")
            )
        return {p: r for p, r in self._rights.items() if any(fits(p, glob) for glob in globs)}

    @cached_property
    def _rights(self) -> Mapping[str, Rights]:
        return sections.rights(self.lines("rights"))

    def fixed(self, path: str) -> bool:
        """Whether even root may not change or replace a path (chattr +i, +a); Unknown when not asked."""
        behind = (*self._ends, *map(posixpath.dirname, self._ends))
        if path not in behind and not covered(path, self.asked.attributes):
            raise Unknown(Text(f"{path}: 未采集文件属性", f"{path}: its attributes were not asked for"))
        return path in self._fixed

    @cached_property
    def _fixed(self) -> frozenset[str]:
        return frozenset(row.partition(" ")[2].strip() for row in self.lines("fixed"))

    @cached_property
    def audit_rules(self) -> tuple[str, ...]:
        """auditctl -l, as loaded."""
        return tuple(line for line in self.lines("audit") if line.startswith("-"))

    @cached_property
    def audit_status(self) -> Mapping[str, str]:
        """auditctl -s."""
        return sections.pairs(line for line in self.lines("audit") if not line.startswith("-"))
