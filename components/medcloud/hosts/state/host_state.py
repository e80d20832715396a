"""One host as it was found: sections of text with typed views over them."""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from medcloud.hosts.state import sections
from medcloud.hosts.state.facts import Account, HostFile, Module, Mount, Rights, Scan, Socket, Unit, Unknown

_LINKS = 8


@dataclass(frozen=True)
class Section:
    """What one probe printed, and its exit code."""

    lines: tuple[str, ...]
    code: int = 0


@dataclass(frozen=True)
class HostState:
    """Everything that was asked of a host. A view raises Unknown when its probe failed there."""

    sections: Mapping[str, Section]
    files: Mapping[str, HostFile]

    def lines(self, probe: str) -> tuple[str, ...]:
        """What a probe printed; Unknown with the reason when it failed."""
        found = self.sections.get(probe)
        if found is None:
            raise Unknown(f"{probe}: 未采集 / was not gathered")
        if found.code:
            said = " ".join(found.lines[-2:]) or "-"
            raise Unknown(f"{probe}: 退出码 / exit code {found.code}: {said}")
        return found.lines

    def resolve(self, path: str) -> str:
        """The path behind links, as far as they were read."""
        for _ in range(_LINKS):
            found = self.files.get(path)
            if found is None or not found.target:
                break
            path = os.path.normpath(os.path.join(os.path.dirname(path), found.target))  # noqa: PTH118,PTH120 - a host's path
        return path

    def read(self, path: str) -> bytes | None:
        """The content of a file; None when there is none or it was not asked for."""
        found = self.files.get(self.resolve(path))
        return None if found is None or found.target else found.content

    @cached_property
    def identity(self) -> Mapping[str, str]:
        """uid, user, name, kernel, isa, time, boot, container."""
        return sections.pairs(self.lines("identity"))

    @property
    def container(self) -> bool:
        """Whether its kernel belongs to another machine."""
        return self.identity.get("container", "none") != "none"

    @property
    def today(self) -> int:
        """Days since 1970, by the host's clock."""
        return int(self.identity["time"]) // 86_400

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

    @cached_property
    def rights(self) -> Mapping[str, Rights]:
        """Rights of the paths that were asked for."""
        return sections.rights(self.lines("rights"))

    @cached_property
    def fixed(self) -> frozenset[str]:
        """Paths that even root may not change or replace (chattr +i, +a), as far as they were asked for."""
        rows = self.lines("fixed") if "fixed" in self.sections else ()
        return frozenset(row.partition(" ")[2].strip() for row in rows)

    @cached_property
    def audit_rules(self) -> tuple[str, ...]:
        """auditctl -l, as loaded."""
        return tuple(line for line in self.lines("audit") if line.startswith("-"))

    @cached_property
    def audit_status(self) -> Mapping[str, str]:
        """auditctl -s."""
        return sections.pairs(line for line in self.lines("audit") if not line.startswith("-"))
