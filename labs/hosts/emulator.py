"""Hosts of kind `emulator`: Debian's own kernel on a machine that qemu emulates, by software alone."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from labs.hosts import bases, cloud_kernel, console, guests, images, network, systems, toolbox
from labs.hosts.launch import launch
from labs.hosts.place import HERE, Folders
from labs.hosts.spec import Spec

SECONDS = 900  # a machine under load; one that has ended is noticed at once
MEMORY = 768  # MiB
TRANSLATED = 128  # MiB of translated code at most, besides; qemu would take 1024
LAUNCHER = HERE / "launchers/guest.sh"
STANDS_ON = ("image", "initramfs", "kernel")
"""Links in a host's folder: what was written over one image belongs to it and to its kernel."""
_GUEST = guests.Guest("qemu-system-x86_64", ("cow", *STANDS_ON), shutdown=120)
running, reboot, forget = _GUEST.running, _GUEST.reboot, _GUEST.forget
run, call = _GUEST.run, _GUEST.call


def lower(system: systems.System) -> list[Path]:
    """The image below the host's own changes, its initramfs and its kernel."""
    base = bases.base()
    packages = images.packages(base)
    layer = cloud_kernel.layer(packages, base)
    return [images.image(system, [layer / "tree", packages]), layer / "initramfs", cloud_kernel.kernel()]


def start(where: Folders, tools: Path, host: Spec, lower: Sequence[Path]) -> None:
    """Boot a host that does not run, on its image. Its readiness is another question."""
    folder = where.host(host.name)
    tap = network.tap(where, tools, host)
    seed, data = guests.disks(tools, folder, host, "eth0")
    tree = toolbox.ensure("emulator")
    image, initrd, kernel = _stand(tree, folder, lower)
    lsm = guests.LSM[systems.load()[host.system].family]
    append = f"console=ttyS0 quiet panic=-1 net.ifnames=0 systemd.hostname={host.name} lsm=yama,{lsm}"
    append += f' -- -c "{guests.first("/dev/vdc", "/dev/vport0p1")}"'
    machine = [
        *("env", f"QEMU_MODULE_DIR={next(tree.glob('usr/lib/*-linux-gnu/qemu'))}"),
        *toolbox.command(tree, _GUEST.program),
        *("-accel", f"tcg,tb-size={TRANSLATED}", "-machine", "q35", "-cpu", "max"),
        *("-m", str(MEMORY), "-no-reboot"),
        *("-nodefaults", "-no-user-config", "-display", "none"),
        *("-L", str(tree / "usr/share/seabios"), "-L", str(tree / "usr/share/qemu")),
        *("-kernel", str(kernel), "-initrd", str(initrd), "-append", append),
        *("-drive", f"file=cow,format=qcow2,backing.file.filename={image},if=virtio,cache=unsafe"),
        *("-drive", f"file={data.name},format=raw,if=virtio,cache=unsafe"),
        *("-drive", f"file={seed.name},format=raw,if=virtio,read-only=on"),
        # the first virtio device: /dev/vport0p1
        *("-device", "virtio-serial-pci", "-chardev", "pipe,id=line,path=line"),
        *("-device", "virtserialport,chardev=line"),
        *("-netdev", f"tap,id=net,ifname={tap},script=no,downscript=no"),
        *("-device", f"virtio-net-pci,netdev=net,romfile=,mac={_mac(host.index)}"),
        *("-chardev", "socket,id=tty,path=tty,server=on,wait=off,logfile=log,logappend=on"),
        *("-serial", "chardev:tty"),
    ]
    launch(where, host, ["sh", str(LAUNCHER), str(folder), "1M", *machine])


def login(where: Folders, host: Spec, user: str, password: str, command: str) -> console.Login:
    """Log in at ttyS0."""
    return console.at_socket(where.host(host.name) / "tty", user, password, command, SECONDS)


def _mac(index: int) -> str:
    """Hosts on one bridge have addresses of their own."""
    return f"52:54:00:88:{index >> 8:02x}:{index & 255:02x}"


def _stand(tree: Path, folder: Path, lower: Sequence[Path]) -> list[Path]:
    """What the host stands on: what it stood on before, or `lower` with nothing written over it."""
    cow = folder / "cow"
    if not cow.exists():
        for name, path in zip(STANDS_ON, lower, strict=True):
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(path)
        made = folder / "cow.new"
        create = [*toolbox.command(tree, "qemu-img"), "create", "-q", "-f", "qcow2", "-F", "raw"]
        subprocess.run([*create, "-b", str(lower[0]), str(made)], check=True, capture_output=True)
        made.rename(cow)
    return [(folder / name).readlink() for name in STANDS_ON]
