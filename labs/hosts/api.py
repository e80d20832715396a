"""The lab for tests: `running()` gives the hosts, each can be run on, reset, rebooted and digested.

Nothing here goes through sshd or PAM: a host that locks everybody out can still be looked at.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from labs.base.errors import LabError
from labs.hosts import console, digest, kinds, lifecycle, place, published, seed
from labs.hosts.errors import HostEnded
from labs.hosts.place import Folders
from labs.hosts.spec import Spec

Ran = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class LabHost:
    """A host of the lab, as `.medcloud/hostlab/hosts.json` has it; `place` is the lab's."""

    name: str
    system: str
    kind: str
    address: str
    address6: str
    port: int
    user: str
    key: Path
    ssh_config: Path
    isa: str
    place: Folders

    def run(
        self,
        command: str | Sequence[str],
        *,
        user: str = "root",
        stdin: str | None = None,
        timeout: float = 120,
        check: bool = False,
    ) -> Ran:
        """Run a command inside: a string by bash, words as they are. `timeout` in seconds.

        `check`: raise LabError when it fails. Output that is not UTF-8 has replacement characters.
        """
        words = _words(command, user)
        given = None if stdin is None else stdin.encode()
        done = self._kind.run(self.place, self._spec, words, given, timeout)
        ran = Ran(
            words,
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"),
        )
        if check and ran.returncode:
            what = command if isinstance(command, str) else " ".join(command)
            raise LabError(
                f"主机 {self.name} 上命令失败(退出码 {ran.returncode}):{what}",
                (ran.stderr or ran.stdout).strip(),
            )
        return ran

    def call(self, command: Sequence[str], *, user: str = "root") -> int:
        """Run a command with this process's own output; its exit code."""
        return self._kind.call(self.place, self._spec, _words(command, user))

    def login(self, user: str, password: str, command: str = "id") -> console.Login:
        """Log in at the console and run a command.

        It is tty1 (uml), ttyS0 (emulator) or login(1) on a terminal (namespace).
        HostEnded when the host ends meanwhile.
        """
        try:
            return self._kind.login(self.place, self._spec, user, password, command)
        except console.Closed:
            if self.running():
                raise
            raise HostEnded(self.name, self.place.host(self.name) / "log") from None

    def password(self, user: str) -> str:
        """The password of root, ops or clerk when the host was pristine."""
        return seed.credentials(self.place)[user]

    def reset(self) -> None:
        """A pristine root again, booted; returns when ssh answers."""
        lifecycle.reset(self.place, self.name)

    def reboot(self) -> None:
        """Reboot; files stay, /run is emptied. Returns when ssh answers."""
        lifecycle.reboot(self.place, self.name)

    def running(self) -> bool:
        """Whether the host's init runs."""
        return self._kind.running(self.place, self._spec)

    def digest(self, leave_out: Sequence[str] = ()) -> digest.Digest:
        """Digest of the whole file system save volatile.yaml and `leave_out` (fnmatch patterns of paths)."""
        script = digest.SCRIPT.read_text("utf-8")
        done = self.run(
            digest.command([*digest.volatile(), *leave_out]), stdin=script, timeout=600, check=True
        )
        return digest.Digest(json.loads(done.stdout))

    @property
    def _spec(self) -> Spec:
        return lifecycle.find(self.place, self.name)

    @property
    def _kind(self) -> kinds.Kind:
        return kinds.of(self._spec)


def _words(command: str | Sequence[str], user: str) -> list[str]:
    words = ["bash", "-c", command] if isinstance(command, str) else list(command)
    return words if user == "root" else ["runuser", "-u", user, "--", *words]


def running(where: Folders | None = None) -> list[LabHost]:
    """The hosts of this checkout's lab; none when it is not up."""
    where = where or place.of()
    hosts = []
    for row in published.read(where):
        paths = {name: Path(str(row[name])) for name in ("key", "ssh_config")}
        hosts.append(LabHost(**{**row, **paths, "place": where}))  # type: ignore[arg-type]  # rows are JSON
    return hosts


def host(name: str, where: Folders | None = None) -> LabHost:
    """The host of that name. Raises LabError when there is none."""
    where = where or place.of()
    lifecycle.find(where, name)
    return next(each for each in running(where) if each.name == name)
