"""The cache outside the source tree: where it is, its locks, and entries that are whole or absent."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def root() -> Path:
    """Folder of everything medcloud keeps: $MEDCLOUD_CACHE, $XDG_CACHE_HOME/medcloud or ~/.cache/medcloud."""
    if own := os.environ.get("MEDCLOUD_CACHE"):
        return Path(own).expanduser().absolute()
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser().absolute() / "medcloud"


def of_checkout(checkout: Path) -> str:
    """The name of what belongs to one checkout; others have another."""
    return hashlib.sha256(str(checkout).encode()).hexdigest()[:12]


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file among all processes; `waiting` is called when another one holds it.

    The kernel releases the lock of a killed process, so none is ever left over.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
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
