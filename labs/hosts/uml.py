"""Hosts of kind `uml`: user-mode Linux, a kernel of their own in an ordinary process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from labs.hosts import bases, console, guests, images, network, serial, systems
from labs.hosts.errors import HostLabError
from labs.hosts.launch import launch
from labs.hosts.place import HERE, Place
from labs.hosts.spec import Spec

SECONDS = 240
MEMORY = 256  # MiB
LAUNCHER = HERE / "launchers/guest.sh"
_GUEST = guests.Guest("linux.uml", ("cow",), shutdown=60)
running, reboot, forget = _GUEST.running, _GUEST.reboot, _GUEST.forget
run, call = _GUEST.run, _GUEST.call


def lower(system: systems.System) -> list[Path]:
    """The image below the host's own changes."""
    return [images.image(system, [images.packages(bases.base())])]


def start(where: Place, tools: Path, host: Spec, lower: Sequence[Path]) -> None:
    """Boot a host that does not run, on its image. Its readiness is another question."""
    folder = where.host(host.name)
    tap = network.tap(where, tools, host)
    seed, data = guests.disks(tools, folder, host, "vec0")
    lsm = guests.LSM[systems.load()[host.system].family]
    kernel = [
        *(str(tools / "usr/bin/linux.uml"), f"uml_dir={folder}/", "umid=uml", f"mem={MEMORY}M"),
        *(f"ubd0={folder}/cow,{lower[0]}", f"ubd1={data}", f"ubd2r={seed}"),
        *("root=/dev/ubda", "rw", "noreboot", f"vec0:transport=tap,ifname={tap},depth=128"),
        *("con=null", "con0=null,fd:1", "con1=pts", "ssl=null", "ssl0=fd:3,fd:4"),
        *(f"systemd.hostname={host.name}", f"lsm=yama,{lsm}", "init=/bin/sh"),
        *("--", "-c", f'"{guests.first("/dev/ubdc", "/dev/ttyS0")}"'),
    ]
    launch(where, host, ["sh", str(LAUNCHER), str(folder), f"{MEMORY + 16}M", *kernel])


def login(where: Place, host: Spec, user: str, password: str, command: str) -> console.Login:
    """Log in at tty1."""
    path = serial.console(where.host(host.name) / "log")
    if path is None or not path.exists():
        raise HostLabError(f"主机 {host.name} 的控制台尚未就绪", "the console has no terminal yet")
    return console.at_terminal(path, user, password, command, SECONDS)
