"""What hosts with a kernel of their own have in common: their disks, a serial line past sshd, going down."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from labs.base.errors import LabError
from labs.hosts import files, members, progress, serial, toolbox
from labs.hosts.errors import HostEnded
from labs.hosts.place import HERE, Folders
from labs.hosts.spec import GATEWAY, GATEWAY6, NETWORK, NETWORK6, Spec

DATA = 256 << 20  # bytes of the empty second disk
LSM = {"rpm": "selinux", "deb": "apparmor"}
ON_SEED = ("first.sh", "agent.py")
SEED_DISK = "seed.ext4"
DATA_DISK = "data"
NETWORK_FILE = "etc/systemd/network/10-lab.network"


@dataclass(frozen=True)
class Guest:
    """A kind of host by the `program` that is its kernel, with what is the same for each of them.

    `written`: the files of its folder that hold what it has written. `shutdown`: seconds to go down in.
    """

    program: str
    written: tuple[str, ...]
    shutdown: int

    def running(self, where: Folders, host: Spec) -> bool:
        """Whether its kernel runs."""
        return self._kernel(where, host) is not None

    def reboot(self, where: Folders, host: Spec) -> None:
        """Ask for a reboot, until the next kernel runs or nothing does; one that does not follow is ended."""
        before = self._kernel(where, host)
        net = where.net(host.name)
        with contextlib.suppress(subprocess.TimeoutExpired, HostEnded):  # one that hangs is ended below
            self.run(where, host, ["systemctl", "--no-block", "reboot"], None, 20)
        until = time.monotonic() + self.shutdown
        while members.of(net) and self._kernel(where, host) in (None, before):
            if time.monotonic() > until:
                zh = f"主机 {host.name} 未能自行关机,已强制结束"
                progress.say(zh, f"it did not shut down in {self.shutdown} s: ended")
                members.end(net)
            time.sleep(0.2)

    def forget(self, where: Folders, host: Spec) -> None:
        """Throw away what was written over the image, and the second disk."""
        for name in (*self.written, DATA_DISK):
            (where.host(host.name) / name).unlink(missing_ok=True)

    def run(
        self, where: Folders, host: Spec, command: Sequence[str], stdin: bytes | None, timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command inside as root, over the serial line. HostEnded when the host ends before it."""
        kernel = self._kernel(where, host)
        if kernel is None:
            raise LabError(f"主机 {host.name} 未运行", "the host does not run: python -m labs.hosts up")

        def lives() -> bool:
            return toolbox.program(kernel) == self.program

        return serial.run(where.host(host.name), command, stdin or b"", timeout, lives)

    def call(self, where: Folders, host: Spec, command: Sequence[str]) -> int:
        """Run a command inside as root; what it printed is shown when it has ended."""
        done = self.run(where, host, command, None, 3600)
        os.write(1, done.stdout)
        os.write(2, done.stderr)
        return done.returncode

    def _kernel(self, where: Folders, host: Spec) -> int | None:
        """The kernel's first process."""
        pids = sorted(members.of(where.net(host.name)))
        return next((pid for pid in pids if toolbox.program(pid) == self.program), None)


def first(disk: str, line: str) -> str:
    """What runs before init: the seed disk's script, with the serial line to answer on."""
    return f"mount -o ro {disk} /mnt; exec sh /mnt/first.sh {line}"


def disks(tools: Path, folder: Path, host: Spec, link: str) -> tuple[Path, Path]:
    """The host's seed and second disk, made if they are not there; its kernel names its network `link`."""
    data = folder / DATA_DISK
    if not data.exists():
        data.touch()
        os.truncate(data, DATA)
    seed = folder / SEED_DISK
    if not seed.exists():
        unit = (
            f"[Match]\nName={link}\n[Network]\n"
            f"Address={host.address}/{NETWORK.prefixlen}\nGateway={GATEWAY}\n"
            f"Address={host.address6}/{NETWORK6.prefixlen}\nGateway={GATEWAY6}\nIPv6AcceptRA=no\n"
        )
        _seed(tools, folder, seed, unit)
    return seed, data


def _seed(tools: Path, folder: Path, disk: Path, unit: str) -> None:
    """What is the host's own, on a small disk that is read before init."""
    tree = folder / "seed-disk"
    files.remove(tree)
    tree.mkdir()
    (tree / "root").mkdir()
    subprocess.run(["cp", "-a", f"{folder}/seed/.", f"{tree}/root"], check=True)
    for name in ON_SEED:
        shutil.copyfile(HERE / "launchers" / name, tree / name)
    path = tree / "root" / NETWORK_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(unit, encoding="ascii")
    made = disk.with_suffix(".new")
    made.touch()
    os.truncate(made, 4 << 20)
    mkfs = toolbox.command(tools, "mkfs.ext4")
    subprocess.run([*mkfs, "-q", "-d", str(tree), str(made)], check=True, capture_output=True)
    made.rename(disk)
    files.remove(tree)
