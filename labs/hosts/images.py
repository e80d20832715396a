"""Disk images for hosts with a kernel of their own: a system's layers and what such a host needs, in ext4."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from labs.hosts import bases, bootstrap, debs, overlay, progress, recipe, systems, toolbox
from labs.hosts.place import HERE, shared

SIZE = "3G"  # sparse
IMAGER = HERE / "launchers/image.sh"
SETTINGS = HERE / "launchers/uml-finish.sh"


def image(system: systems.System, extras: Sequence[Path]) -> Path:
    """The ext4 image of a system, with layers (topmost first) between its own and the base; about 20 s."""
    lower = systems.lower(system)
    trees = [*lower[:-1], *extras, lower[-1]]
    log = shared() / f"logs/{system.id}-image.log"

    def make(scratch: Path) -> None:
        merged = overlay.Overlay(trees, scratch / "merged")
        mkfs = toolbox.command(toolbox.ensure(), "mkfs.ext4")
        command = ["sh", str(IMAGER), str(merged.root), str(scratch / "tree"), str(scratch / "image"), SIZE]
        merged.outside([*command, *mkfs], log)
        shutil.rmtree(merged.scratch)

    key = recipe.key([str(tree) for tree in trees], SIZE, files=[IMAGER, HERE / "images.py"])
    return bases.whole(f"image-{system.id}", key, make) / "image"


def packages(base: Path) -> Path:
    """The layer with packages and settings for a kernel of its own, and user-mode Linux's modules; 60 s."""
    wanted = recipe.packages("uml")
    log = shared() / "logs/uml.log"

    def make(scratch: Path) -> None:
        debs.apt().fetch([*bootstrap.ESSENTIAL, *recipe.packages("base"), *wanted], log)
        made = overlay.Overlay([base], scratch / "made")
        modules = toolbox.ensure() / "usr/lib/uml/modules"
        shutil.copytree(modules, made.upper / "usr/lib/modules", symlinks=True)
        made.install(wanted, log)
        made.inside(["sh", "-eu", "-c", SETTINGS.read_text("utf-8")], log)
        made.upper.rename(scratch / "tree")
        shutil.rmtree(made.scratch)
        progress.say("自有内核所需软件包已装", "packages for a kernel of its own are in")

    key = recipe.key(base.name, wanted, files=[HERE / "images.py", SETTINGS, overlay.LAYER])
    return bases.whole("uml", key, make) / "tree"
