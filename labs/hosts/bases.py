"""Trees that hosts stand on, built once: whole or absent, one builder at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from labs.base.cache import fill, locked
from labs.hosts import bootstrap, files, progress, recipe
from labs.hosts.place import HERE, shared

BASE_LISTS = ("base", "left_out", "kept")
BASE_FILES = [HERE / "bootstrap.py", bootstrap.STARTED, bootstrap.FINISH]


def base() -> Path:
    """The Debian tree below every host; about 2 minutes the first time."""
    wanted = recipe.packages("base")
    log = shared() / "logs/base.log"

    def make(scratch: Path) -> None:
        bootstrap.build(scratch, wanted, log)

    lists = [recipe.packages(purpose) for purpose in BASE_LISTS]
    return whole("base", recipe.key(*lists, files=BASE_FILES), make)


def whole(name: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder of that name and key, filled by `make` if it is not there."""
    target = shared() / f"{name}-{key}"
    if target.is_dir():
        os.utime(target)  # `clean` asks when it was last used
        return target

    def waiting() -> None:
        progress.say(f"另一进程正在制作 {name},等待", f"another process makes {name}, waiting")

    with locked(target.with_name(target.name + ".lock"), waiting):
        if not target.is_dir():
            begun = time.monotonic()
            progress.say(f"制作 {name}(仅首次)", f"making {name}, the first time only")
            with files.usual_modes():
                fill(target, make)
            progress.say(f"{name} 已就绪({time.monotonic() - begun:.0f} 秒)", "ready")
    return target
