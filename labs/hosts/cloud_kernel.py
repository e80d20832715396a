"""Debian's kernel for virtual machines, and what hosts need that run it."""

from __future__ import annotations

import shutil
from pathlib import Path

from labs.hosts import bases, initramfs, overlay, recipe, toolbox
from labs.hosts.place import HERE, shared

SETTINGS = HERE / "launchers/emulator-finish.sh"
MAKERS = (HERE / "cloud_kernel.py", HERE / "initramfs.py", initramfs.INIT, SETTINGS, overlay.LAYER)


def kernel() -> Path:
    """The kernel."""
    (found,) = (toolbox.ensure("emulator") / "boot").glob("vmlinuz-*")
    return found


def layer(packages: Path, base: Path) -> Path:
    """A folder with its `initramfs`, and `tree`: its modules and its hosts' settings over those layers."""
    tools = toolbox.ensure("emulator")
    log = shared() / "logs/emulator.log"

    def make(scratch: Path) -> None:
        made = overlay.Overlay([packages, base], scratch / "made")
        shutil.copytree(tools / "usr/lib/modules", made.upper / "usr/lib/modules", symlinks=True)
        made.inside(["sh", "-eu", "-c", SETTINGS.read_text("utf-8")], log)
        made.upper.rename(scratch / "tree")
        shutil.rmtree(made.scratch)
        (modules,) = (scratch / "tree/usr/lib/modules").glob("*-cloud-*")
        initramfs.build(modules, tools / "bin/busybox", scratch / "initramfs", log)

    return bases.whole("emulator", recipe.key(tools.name, str(packages), files=MAKERS), make)
