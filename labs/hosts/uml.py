"""Hosts of kind `uml`: user-mode Linux, a kernel of their own in an ordinary process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from labs.base.errors import LabError
from labs.hosts import bases, compiler, console, guests, images, network, serial, systems
from labs.hosts.launch import launch
from labs.hosts.place import HERE, Folders
from labs.hosts.spec import Spec

SECONDS = 600  # a machine under load; one that has ended is noticed at once
MEMORY = 256  # MiB
LAUNCHER = HERE / "launchers/guest.sh"
PRELOADED = HERE / "launchers/wide_xstate.c"
LIBRARY = ("-shared", "-fPIC")
_GUEST = guests.Guest("linux.uml", ("cow",), shutdown=60)
running, reboot, forget = _GUEST.running, _GUEST.reboot, _GUEST.forget
run, call = _GUEST.run, _GUEST.call


def lower(system: systems.System) -> list[Path]:
    """The image below the host's own changes, and what is loaded into its kernel."""
    return [images.image(system, [images.packages(bases.base())]), compiler.build(PRELOADED, LIBRARY)]


def start(where: Folders, tools: Path, host: Spec, lower: Sequence[Path]) -> None:
    """Boot a host that does not run, on its image. Its readiness is another question."""
    folder = where.host(host.name)
    tap = network.tap(where, tools, host)
    seed, data = guests.disks(tools, folder, host, "vec0")
    # by names in the host's folder: the loader and the kernel split what they are told at spaces
    for name, path in zip(("image", "preloaded"), lower, strict=True):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(path)
    lsm = guests.LSM[systems.load()[host.system].family]
    kernel = [
        *("env", "LD_PRELOAD=./preloaded", str(tools / "usr/bin/linux.uml")),
        *("uml_dir=./", "umid=uml", f"mem={MEMORY}M"),
        *("ubd0=cow,image", f"ubd1={data.name}", f"ubd2r={seed.name}"),
        *("root=/dev/ubda", "rw", "noreboot", f"vec0:transport=tap,ifname={tap},depth=128"),
        *("con=null", "con0=null,fd:1", "con1=pts", "ssl=null", "ssl0=fd:3,fd:4"),
        *(f"systemd.hostname={host.name}", f"lsm=yama,{lsm}", "init=/bin/sh"),
        *("--", "-c", f'"{guests.first("/dev/ubdc", "/dev/ttyS0")}"'),
    ]
    launch(where, host, ["sh", str(LAUNCHER), str(folder), f"{MEMORY + 16}M", *kernel])


def login(where: Folders, host: Spec, user: str, password: str, command: str) -> console.Login:
    """Log in at tty1."""
    path = serial.console(where.host(host.name) / "log")
    if path is None or not path.exists():
        raise LabError(f"主机 {host.name} 的控制台尚未就绪", "the console has no terminal yet")
    return console.at_terminal(path, user, password, command, SECONDS)
