"""The part of the cache that holds engines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from labs.base.cache import locked, root
from tools.engines.table import HERE, Row


def engines() -> Path:
    """The part of the cache that is this tool's."""
    return root() / "engines"


def entry(row: Row, source: Path = HERE) -> Path:
    """Folder that holds a row's finished program."""
    return engines() / "built" / f"{row.name}-{row.version}-{row.digest(source)}"


def lock(name: str, waiting: Callable[[], None] = lambda: None) -> AbstractContextManager[None]:
    """Hold the named lock of this tool among all processes."""
    return locked(engines() / "locks" / f"{name}.lock", waiting)


def link(source: Path, target: Path) -> None:
    """Put `source` at `target` in one step; a hard link where the file system allows it, else a copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and os.path.samestat(target.stat(), source.stat()):
        return
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    scratch.unlink(missing_ok=True)
    try:
        os.link(source, scratch)
    except OSError:
        shutil.copy2(source, scratch)
    scratch.replace(target)
