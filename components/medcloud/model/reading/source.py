"""From a path to text: whatever the bytes are, either text or what is wrong with them."""

from __future__ import annotations

import stat
from pathlib import Path

from medcloud.model.findings import RegionUnreadable
from medcloud.model.printable import shown
from medcloud.text import Complaint, Finding, Place, Text

LARGEST = 8 * 1024 * 1024
"""Bytes; a region of 10,000 workloads has about 2 MiB."""

_NO_FILE = Complaint(
    Text("不是普通文件", "is not a regular file"), Text("给出区域文件", "name a region file")
)


def read(path: Path) -> str:
    """The text of a file; RegionUnreadable when there is none."""
    name = shown(str(path), 200)
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
        content = _bytes(path) if regular else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "name"
        raise unreadable(
            name,
            0,
            Complaint(
                Text(f"无法读取：{reason}", f"cannot be read: {reason}"),
                Text(
                    "检查路径与权限；新建用 medcloud new",
                    "check path and permissions; medcloud new writes one",
                ),
            ),
        ) from None
    if not regular:  # a device or a pipe could go on for ever
        raise unreadable(name, 0, _NO_FILE)
    return decode(content, name)


def decode(content: bytes, name: str) -> str:
    """Bytes as text; UTF-8, with or without a byte order mark."""
    if len(content) > LARGEST:
        raise unreadable(
            name,
            1,
            Complaint(
                Text(f"文件超过 {LARGEST >> 20} MiB", f"is larger than {LARGEST >> 20} MiB"),
                Text(
                    "区域文件通常不到 100 行；检查是否给错了文件",
                    "a region file has about 60 lines; is this the right file?",
                ),
            ),
        )
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _encoding(name, 1, "UTF-16", "UTF-16")
    if (at := content.find(0)) >= 0:
        raise unreadable(
            name,
            _line(content, at),
            Complaint(
                Text("含 NUL 字节，不是文本", "has a NUL byte, so it is not text"),
                Text("用 UTF-8 另存", "save it as UTF-8 text"),
            ),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _encoding(name, _line(content, error.start), "可能是 GBK", "maybe GBK") from None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def unreadable(name: str, line: int, words: Complaint, column: int = 1) -> RegionUnreadable:
    """The error with its one finding; line 0 when there is no line to show."""
    return RegionUnreadable(Finding(Place(name, line, column if line else 0), *words))


def _encoding(name: str, line: int, zh: str, en: str) -> RegionUnreadable:
    words = Complaint(
        Text(f"不是 UTF-8 编码（{zh}）", f"is not UTF-8 ({en})"), Text("用 UTF-8 另存", "save it as UTF-8")
    )
    return unreadable(name, line, words)


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1
