"""Reading and writing the lock file: whole or not at all, one writer at a time."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from medcloud.plan.lock import Lock, LockRefused, dump, parse
from medcloud.text import Text

LARGEST_BYTES = 64 * 1024 * 1024


def read_text(file: Path) -> str | None:
    """The lock file's text; None when there is none yet."""
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise LockRefused(str(file), 0, Text("文件过大", "the file is too large"))
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LockRefused(str(file), line, Text("不是 UTF-8 文本", "this is not UTF-8 text")) from None


def read_lock(file: Path) -> tuple[Lock | None, str | None]:
    """The lock and the text that it was read from."""
    text = read_text(file)
    return (None if text is None else parse(text, str(file))), text


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Holds the folder of the lock file; a second writer waits until the first is done."""
    folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def write_lock(file: Path, lock: Lock, seen: str | None) -> None:
    """Replaces the lock file, unless it no longer holds the text that was seen; call it while `writing`.

    LockRefused when something else, such as an editor or git, changed it meanwhile.
    """
    target = Path(os.path.realpath(file))
    temporary = _prepared(target, dump(lock))
    try:
        if read_text(target) != seen:
            raise LockRefused(
                str(file),
                0,
                Text("文件在此期间被别的程序改动", "something else changed the file meanwhile"),
                Text("再运行一次", "run it again"),
            )
        temporary.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _prepared(target: Path, text: str) -> Path:
    """A file beside the target that is safely on disk."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        os.fchmod(stream.fileno(), target.stat().st_mode & 0o777 if target.exists() else 0o644)
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    return Path(name)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
