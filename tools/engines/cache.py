"""The cache outside the source tree: where it is, its locks, and entries that are whole or absent."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.engines.table import HERE, Row


def root() -> Path:
    """Folder of everything medcloud keeps: $MEDCLOUD_CACHE, $XDG_CACHE_HOME/medcloud or ~/.cache/medcloud."""
    if own := os.environ.get("MEDCLOUD_CACHE"):
        return Path(own).expanduser().absolute()
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser().absolute() / "medcloud"


def engines() -> Path:
    """The part of the cache that is this tool's."""
    return root() / "engines"


def entry(row: Row, source: Path = HERE) -> Path:
    """Folder that holds a row's finished program."""
    return engines() / "built" / f"{row.name}-{row.version}-{row.digest(source)}"


@contextmanager
def lock(name: str, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the named lock among all processes; `waiting` is called when another one holds it.

    The kernel releases the lock of a killed process, so none is ever left over.
    """
    folder = engines() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def fill(target: Path, make: Callable[[Path], None]) -> None:
    """Make `target` whole in one step: `make` fills a folder beside it that is renamed when complete.

    Call it under the lock of `target`. What an earlier call that was cut off left behind is removed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}."
    for stale in target.parent.glob(f"{prefix}*"):
        shutil.rmtree(stale, ignore_errors=True)
    scratch = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        make(scratch)
        scratch.chmod(0o755)
        scratch.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


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
