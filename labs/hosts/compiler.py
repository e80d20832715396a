"""C programs and libraries for this machine, by Debian's compiler, which need not be installed on it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from labs.hosts import bases, progress, recipe, toolbox
from labs.hosts.place import shared


def build(source: Path, flags: Sequence[str] = ()) -> Path:
    """What one C file is compiled to, made if it is not there: named as the file, without its suffix."""
    tree = toolbox.ensure("compiler")
    log = shared() / "logs/compiler.log"

    def make(scratch: Path) -> None:
        (tree / "tmp").mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=tree / "tmp") as inside:
            shutil.copyfile(source, Path(inside) / source.name)
            seen = f"/tmp/{Path(inside).name}"  # noqa: S108  # of the tree, where the compiler runs
            words = ["gcc", "-O2", "-Wall", "-Wextra", "-Werror", *flags]
            whole = ["chroot", str(tree), *words, "-o", f"{seen}/{source.stem}", f"{seen}/{source.name}"]
            progress.run(f"编译 {source.name}", whole, log, {"PATH": "/usr/sbin:/usr/bin", "LC_ALL": "C"})
            shutil.copy2(Path(inside) / source.stem, scratch)

    key = recipe.key(tree.name, tuple(flags), files=[source])
    return bases.whole(source.stem, key, make) / source.stem
