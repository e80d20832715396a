"""From a path to text: whatever the bytes are, either text or what is wrong with them."""

from __future__ import annotations

import stat
from pathlib import Path

from medcloud.text import Complaint, Finding, Place, Refusal, Text
from medcloud.text.printable import shown
from medcloud.text.reading.kind import Kind


class Unreadable(Refusal):
    """A file that is not there, is no text, or has no form that can be read."""

    exit_code = 2


def read(path: Path, kind: Kind) -> str:
    """The text of a file; Unreadable when there is none."""
    name = shown(str(path), 200)
    try:
        mode = path.stat().st_mode
        fit = stat.S_ISREG(mode) or (kind.piped and stat.S_ISFIFO(mode))
        content = _bytes(path, kind.largest + 1) if fit else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "name"
        words = Complaint(
            Text(f"无法读取：{reason}", f"cannot be read: {reason}"),
            Text(f"检查路径与权限；{kind.help.zh}", f"check path and permissions; {kind.help.en}"),
        )
        raise unreadable(name, 0, words) from None
    if not fit:  # a device or a pipe could go on for ever
        words = Complaint(
            Text("不是普通文件", "is not a regular file"),
            Text(f"给出{kind.name.zh}", f"name {kind.name.en}"),
        )
        raise unreadable(name, 0, words)
    return decode(content, name, kind)


def decode(content: bytes, name: str, kind: Kind) -> str:
    """Bytes as text; UTF-8, with or without a byte order mark."""
    if len(content) > kind.largest:
        words = Complaint(
            Text(f"文件超过 {kind.largest >> 20} MiB", f"is larger than {kind.largest >> 20} MiB"),
            Text(
                f"{kind.name.zh}远小于此；检查是否给错了文件",
                f"{kind.name.en} is far smaller; is this the right file?",
            ),
        )
        raise unreadable(name, 1, words)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _encoding(name, 1, "UTF-16", "UTF-16")
    if (at := content.find(0)) >= 0:
        words = Complaint(
            Text("含 NUL 字节，不是文本", "has a NUL byte, so it is not text"),
            Text("用 UTF-8 另存", "save it as UTF-8 text"),
        )
        raise unreadable(name, _line(content, at), words)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _encoding(name, _line(content, error.start), "可能是 GBK", "maybe GBK") from None


def _bytes(path: Path, most: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(most)


def unreadable(name: str, line: int, words: Complaint, column: int = 1) -> Unreadable:
    """The error with its one finding; line 0 when there is no line to show."""
    return Unreadable(Finding(Place(name, line, column if line else 0), *words))


def _encoding(name: str, line: int, zh: str, en: str) -> Unreadable:
    words = Complaint(
        Text(f"不是 UTF-8 编码（{zh}）", f"is not UTF-8 ({en})"), Text("用 UTF-8 另存", "save it as UTF-8")
    )
    return unreadable(name, line, words)


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1
