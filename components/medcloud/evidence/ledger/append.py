"""Adding to the ledger: one writer at a time, on disk before it returns, whole lines only."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from medcloud.crypto import digest, refuse
from medcloud.evidence.ledger.entry import FIRST, Entry, line, parse
from medcloud.evidence.ledger.files import ENTRIES, head_numbers
from medcloud.text import Place, Text

_BLOCK = 1 << 16  # bytes read at a time from the end


def append(folder: Path, kind: str, data: Mapping[str, Any]) -> Entry:
    """Add an entry and return it.

    A line that a crash left half written is removed, which is an entry of its own (``recovered``). Refused
    when what is there is damaged in another way: nothing is built on it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder / ENTRIES) as descriptor:
        last = _recovered(descriptor, folder)
        return _write(descriptor, last, kind, data)


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The file, for this process alone."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
        if is_new:
            _sync_folder(path.parent)
    finally:
        os.close(descriptor)


def _recovered(descriptor: int, folder: Path) -> Entry | None:
    """The last whole entry, after half a line has been put right; None in an empty ledger."""
    last, half = _last_line(descriptor)
    entry = parse(last) if last else None
    signed = max(head_numbers(folder), default=0)
    if (last and entry is None) or signed > (entry.n if entry else 0):
        raise refuse(
            Place(str(folder / ENTRIES)),
            Text("账本已损坏，拒绝在其后追加", "the ledger is damaged; nothing is appended to it"),
            Text(
                "执行 medcloud ledger verify，按所指位置从备份恢复",
                "run medcloud ledger verify, and restore the place it names from a backup",
            ),
        )
    if half:
        os.ftruncate(descriptor, os.fstat(descriptor).st_size - len(half))
        entry = _write(descriptor, entry, "recovered", {"bytes": len(half), "sm3": digest(half).hex()})
    return entry


def _last_line(descriptor: int) -> tuple[bytes, bytes]:
    """The last whole line without its line feed, and what stands after it."""
    end = os.fstat(descriptor).st_size
    tail = b""
    while end and tail.count(b"\n") < 2:
        start = max(0, end - _BLOCK)
        tail = os.pread(descriptor, end - start, start) + tail
        end = start
    whole, feed, half = tail.rpartition(b"\n")
    return whole.rpartition(b"\n")[2] if feed else b"", half


def _write(descriptor: int, last: Entry | None, kind: str, data: Mapping[str, Any]) -> Entry:
    at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = line(last.n + 1 if last else 1, at, kind, data, last.hash if last else FIRST)
    rest = memoryview(text + b"\n")
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)
    found = parse(text)
    assert found is not None  # noqa: S101  # what was just written can be read
    return found


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
