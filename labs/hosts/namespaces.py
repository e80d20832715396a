"""Hosts of kind `namespace`: systemd in namespaces of this machine's kernel, on an overlay."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from labs.base.errors import LabError
from labs.hosts import console, files, members, network, systems, toolbox
from labs.hosts.errors import HostEnded
from labs.hosts.launch import launch
from labs.hosts.place import HERE, Folders
from labs.hosts.spec import Spec

LAUNCHER = HERE / "launchers/namespace.sh"
SECONDS = 60
_KILLED = (-9, 137)  # what the end of a host's init does to all others
GROUPS = "medcloud-hostlab"  # the lab's part of the cgroup tree


def lower(system: systems.System) -> list[Path]:
    """The read-only layers below the host's own."""
    return systems.lower(system)


def start(where: Folders, tools: Path, host: Spec, lower: Sequence[Path]) -> None:
    """Boot a host that does not run, on its seed and `lower`. Its readiness is another question."""
    folder = where.host(host.name)
    net = network.join(where, tools, host)
    with files.usual_modes():  # the upper layer's is the root's
        for name in ("upper", "work", "root"):
            (folder / name).mkdir(exist_ok=True)
    nspawn = [
        *("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"),
        # net.* sysctls are the host's own; the rest of /proc/sys is the machine's and stays read-only
        "SYSTEMD_NSPAWN_API_VFS_WRITABLE=network",
        *toolbox.command(tools, "systemd-nspawn"),
        *("--quiet", "--register=no", "--keep-unit", "--boot", "--link-journal=no"),
        *("--resolv-conf=off", "--timezone=off", f"--network-namespace-path={net}"),
        "--capability=CAP_NET_ADMIN",  # nftables and interfaces of its own namespace
        *(f"--directory={folder / 'root'}", f"--machine={host.name}"),
    ]
    group = f"{GROUPS}/{where.id}/{host.name}"
    layers = ":".join(str(layer) for layer in (folder / "seed", *lower))
    launch(where, host, ["sh", str(LAUNCHER), group, layers, str(folder), *nspawn])


def running(where: Folders, host: Spec) -> bool:
    """Whether its init runs."""
    return members.leader(where.net(host.name)) is not None


def reboot(where: Folders, host: Spec) -> None:
    """Ask for a reboot; a host that does not follow is ended."""
    net = where.net(host.name)
    before = members.leader(net)
    if before is None:
        return
    with contextlib.suppress(HostEnded):
        run(where, host, ["systemctl", "--no-block", "reboot"], None, 10)
    until = time.monotonic() + SECONDS
    while members.leader(net) == before and time.monotonic() < until:
        time.sleep(0.05)
    while members.of(net) and members.leader(net) in (None, before) and time.monotonic() < until:
        time.sleep(0.05)
    if members.leader(net) in (None, before):
        members.end(net)


def forget(where: Folders, host: Spec) -> None:
    """Throw away the upper layer."""
    for name in ("upper", "work"):
        files.remove(where.host(host.name) / name)


def run(
    where: Folders, host: Spec, command: Sequence[str], stdin: bytes | None, timeout: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a command inside as root. HostEnded when the host ends before it."""
    net = where.net(host.name)
    before, whole = members.leader(net), [*inside(where, host), *command]
    done = subprocess.run(whole, input=stdin or b"", capture_output=True, timeout=timeout, check=False)
    if done.returncode in _KILLED and members.leader(net) != before:
        raise HostEnded(host.name, where.host(host.name) / "log")
    return done


def call(where: Folders, host: Spec, command: Sequence[str]) -> int:
    """Run a command inside as root with this process's own terminal."""
    return subprocess.call([*inside(where, host), *command])


def login(where: Folders, host: Spec, user: str, password: str, command: str) -> console.Login:
    """Log in by login(1) on a pseudo-terminal: namespaces have no console of their own."""
    words = [*inside(where, host), "script", "--quiet", "--command", "login", "/dev/null"]
    return console.at_program(words, user, password, command, SECONDS)


def inside(where: Folders, host: Spec) -> list[str]:
    """The words that run what follows as root inside the host, past sshd and PAM."""
    leader = members.leader(where.net(host.name))
    if leader is None:
        raise LabError(f"主机 {host.name} 未运行", "the host does not run: python -m labs.hosts up")
    spaces = ["--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root", "--wd"]
    clean = ["env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    return ["nsenter", f"--target={leader}", *spaces, "--", *clean, "HOME=/root", "LANG=C.UTF-8"]


def forget_groups(where: Folders) -> None:
    """Remove the lab's part of the cgroup tree, which is empty by now."""
    script = 'mount -t cgroup2 none /sys/fs/cgroup; cd "/sys/fs/cgroup/$1" && find . -depth -type d -delete'
    command = ["unshare", "--mount", "sh", "-c", script, "forget", f"{GROUPS}/{where.id}"]
    subprocess.run(command, capture_output=True, check=False)
