"""Hosts of kind `uml`: user-mode Linux, a kernel of their own in an ordinary process."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tools.hostlab import console, files, images, members, network, progress, serial, systems, toolbox
from tools.hostlab.errors import HostLabError
from tools.hostlab.place import HERE, Place
from tools.hostlab.spec import GATEWAY, GATEWAY6, NETWORK, NETWORK6, Spec

SECONDS = 240
SHUTDOWN = 60  # seconds in which a host must have gone down
MEMORY = 256  # MiB
DATA = 256 << 20  # bytes of the empty second disk
LAUNCHER = HERE / "launchers/uml.sh"
ON_SEED = ("first.sh", "agent.py")
LSM = {"rpm": "selinux", "deb": "apparmor"}
SEED_DISK = "seed.ext4"
NETWORK_FILE = "etc/systemd/network/10-lab.network"


def lower(system: systems.System) -> list[Path]:
    """The image below the host's own changes."""
    return [images.image(system)]


def start(where: Place, tools: Path, host: Spec, lower: Sequence[Path]) -> None:
    """Boot a host that does not run, on its image. Its readiness is another question."""
    folder = where.host(host.name)
    tap = network.tap(where, tools, host)
    _seed_disk(tools, folder, host)
    data = folder / "data"
    if not data.exists():
        data.touch()
        os.truncate(data, DATA)
    lsm = LSM[systems.load()[host.system].family]
    first = "mount -o ro /dev/ubdc /mnt; exec sh /mnt/first.sh"
    kernel = [
        *(str(tools / "usr/bin/linux.uml"), f"uml_dir={folder}/", "umid=uml", f"mem={MEMORY}M"),
        *(f"ubd0={folder}/cow,{lower[0]}", f"ubd1={data}", f"ubd2r={folder / SEED_DISK}"),
        *("root=/dev/ubda", "rw", "noreboot", f"vec0:transport=tap,ifname={tap},depth=128"),
        *("con=null", "con0=null,fd:1", "con1=pts", "ssl=null", "ssl0=fd:3,fd:4"),
        *(f"systemd.hostname={host.name}", f"lsm=yama,{lsm}", "init=/bin/sh", "--", "-c", f'"{first}"'),
    ]
    box = [*network.enter(where.net(host.name)), "unshare", "--mount", "sh", str(LAUNCHER)]
    with (folder / "log").open("ab") as log:
        subprocess.Popen(
            [*box, str(folder), f"{MEMORY + 16}M", *kernel],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def running(where: Place, host: Spec) -> bool:
    """Whether its kernel runs."""
    return _kernel(where, host) is not None


def reboot(where: Place, host: Spec) -> None:
    """Ask for a reboot; a kernel that does not follow is ended."""
    before = _kernel(where, host)
    with contextlib.suppress(subprocess.TimeoutExpired):  # one that hangs is ended below
        run(where, host, ["systemctl", "--no-block", "reboot"], None, 20)
    until = time.monotonic() + SHUTDOWN
    while _kernel(where, host) == before and time.monotonic() < until:
        time.sleep(0.2)
    if _kernel(where, host) == before:
        progress.say(
            f"主机 {host.name} 未能自行关机,已强制结束", f"it did not shut down in {SHUTDOWN} s: ended"
        )
        members.end(where.net(host.name))


def forget(where: Place, host: Spec) -> None:
    """Throw away what was written over the image, and the second disk."""
    for name in ("cow", "data"):
        (where.host(host.name) / name).unlink(missing_ok=True)


def run(
    where: Place, host: Spec, command: Sequence[str], stdin: bytes | None, timeout: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a command inside as root, over the serial line."""
    if not running(where, host):
        raise HostLabError(f"主机 {host.name} 未运行", "the host does not run: python -m tools.hostlab up")
    return serial.run(where.host(host.name), command, stdin or b"", timeout)


def call(where: Place, host: Spec, command: Sequence[str]) -> int:
    """Run a command inside as root; what it printed is shown when it has ended."""
    done = run(where, host, command, None, 3600)
    os.write(1, done.stdout)
    os.write(2, done.stderr)
    return done.returncode


def login(where: Place, host: Spec, user: str, password: str, command: str) -> console.Login:
    """Log in at tty1."""
    path = serial.console(where.host(host.name) / "log")
    if path is None or not path.exists():
        raise HostLabError(f"主机 {host.name} 的控制台尚未就绪", "the console has no terminal yet")
    return console.at_terminal(path, user, password, command, SECONDS)


def _kernel(where: Place, host: Spec) -> int | None:
    """The kernel's first process."""
    for pid in sorted(members.of(where.net(host.name))):
        try:
            if Path(f"/proc/{pid}/exe").readlink().name == "linux.uml":
                return pid
        except OSError:
            continue
    return None


def _seed_disk(tools: Path, folder: Path, host: Spec) -> None:
    """What is the host's own, on a small disk that is read before init."""
    disk, tree = folder / SEED_DISK, folder / "seed-disk"
    if disk.exists():
        return
    files.remove(tree)
    tree.mkdir()
    (tree / "root").mkdir()
    subprocess.run(["cp", "-a", f"{folder}/seed/.", f"{tree}/root"], check=True)
    for name in ON_SEED:
        shutil.copyfile(HERE / "launchers" / name, tree / name)
    unit = tree / "root" / NETWORK_FILE
    unit.parent.mkdir(parents=True, exist_ok=True)
    unit.write_text(
        f"[Match]\nName=vec0\n[Network]\nAddress={host.address}/{NETWORK.prefixlen}\nGateway={GATEWAY}\n"
        f"Address={host.address6}/{NETWORK6.prefixlen}\nGateway={GATEWAY6}\nIPv6AcceptRA=no\n",
        encoding="ascii",
    )
    made = disk.with_suffix(".new")
    made.touch()
    os.truncate(made, 4 << 20)
    mkfs = toolbox.command(tools, "mkfs.ext4")
    subprocess.run([*mkfs, "-q", "-d", str(tree), str(made)], check=True, capture_output=True)
    made.rename(disk)
    files.remove(tree)
