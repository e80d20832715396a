"""The initramfs of an emulated host: busybox, the drivers that its disk needs, one script."""

from __future__ import annotations

import shutil
from pathlib import Path

from labs.hosts import files, progress
from labs.hosts.place import HERE

INIT = HERE / "launchers/initramfs.sh"
DRIVERS = ("virtio_pci", "virtio_blk", "virtio_net", "virtio_console")
PACK = 'cd "$1" && find . | "$2" cpio -o -H newc > "$3"'


def build(modules: Path, busybox: Path, target: Path, log: Path) -> None:
    """Write the initramfs `target`; `modules` is a kernel's folder where depmod has run."""
    tree = target.with_suffix(".tree")
    for name in ("bin", "dev", "new", "m"):
        (tree / name).mkdir(parents=True)
    shutil.copy2(busybox, tree / "bin/busybox")
    shutil.copyfile(INIT, tree / "init")
    (tree / "init").chmod(0o755)
    for number, driver in enumerate(order(modules)):
        shutil.copyfile(driver, tree / "m" / f"{number:02}-{driver.name}")
    words = ["sh", "-eu", "-c", PACK, "pack", str(tree), str(busybox), str(target)]
    progress.run("制作 initramfs", words, log)
    files.remove(tree)


def order(modules: Path) -> list[Path]:
    """The drivers and what they need, each after what it needs itself."""
    needs = {}
    for line in (modules / "modules.dep").read_text("ascii").splitlines():
        name, _, others = line.partition(":")
        needs[name] = others.split()
    path = {Path(name).stem: name for name in needs}
    found: dict[str, None] = {}  # modules.dep names the innermost last
    for driver in DRIVERS:
        found.update(dict.fromkeys([*reversed(needs[path[driver]]), path[driver]]))
    return [modules / name for name in found]
