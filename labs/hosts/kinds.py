"""The kinds of hosts, each a module with the same functions."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from labs.hosts import console, emulator, namespaces, uml
from labs.hosts.place import Folders
from labs.hosts.spec import Spec
from labs.hosts.systems import System


class Kind(Protocol):
    """What a kind of host can do."""

    SECONDS: int  # in which a host must have booted

    def lower(self, system: System) -> list[Path]:
        """What its root stands on, topmost first, made if it is not there."""

    def start(self, where: Folders, tools: Path, host: Spec, lower: Sequence[Path]) -> None:
        """Boot a host that does not run."""

    def running(self, where: Folders, host: Spec) -> bool:
        """Whether its init runs."""

    def reboot(self, where: Folders, host: Spec) -> None:
        """Ask it to reboot, and wait until what ran has ended."""

    def forget(self, where: Folders, host: Spec) -> None:
        """Throw away what a host that does not run has written."""

    def run(
        self, where: Folders, host: Spec, command: Sequence[str], stdin: bytes | None, timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command inside as root, past sshd and PAM."""

    def call(self, where: Folders, host: Spec, command: Sequence[str]) -> int:
        """Run a command inside as root with this process's output; its exit code."""

    def login(self, where: Folders, host: Spec, user: str, password: str, command: str) -> console.Login:
        """Log in at the console."""


KINDS: dict[str, Kind] = {"namespace": namespaces, "uml": uml, "emulator": emulator}


def of(host: Spec) -> Kind:
    """The kind of a host."""
    return KINDS[host.kind]
