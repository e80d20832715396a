"""What a text carries inside: base64, gzip and multipart are opened, layer by layer, within limits."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

_DEPTH = 5
_SIZE = 1 << 20  # bytes that are looked at in one layer; what unpacks to more is cut there
_BASE64 = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
_WRAPPED = re.compile(r"(?m)(^[ \t]*[A-Za-z0-9+/]{40,}[ \t]*\r?\n)+[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*\r?$")
_WHOLE = re.compile(r"[A-Za-z0-9+/\s]+={0,2}\s*")
_MIME = re.compile(r"(?i)\A(content-type|mime-version):")


def layers(text: str, place: str = "", depth: int = _DEPTH) -> Iterator[tuple[str, str]]:
    """Every readable layer of a text with its place, e.g. ``("gzip/part 2", "#cloud-config...")``."""
    text = text[:_SIZE]
    if _MIME.match(text):
        from email import message_from_bytes  # noqa: PLC0415  # seldom needed, and slow to load

        yield from _parts(message_from_bytes(text.encode("utf-8", "replace")), place, depth)
        return
    yield place, text
    if depth:
        for number, token in enumerate(_tokens(text)):
            opened = _opened(token)
            if opened is not None:
                kind, inner = opened
                name = kind if number == 0 else f"{kind} {number + 1}"
                yield from layers(inner, f"{place}/{name}".lstrip("/"), depth - 1)


def _parts(message: Message, place: str, depth: int) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(p for p in message.walk() if not p.is_multipart()):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            inner = _text(payload) or _text(_gunzipped(payload) or b"")
            if inner and depth:
                yield from layers(inner, f"{place}/part {number + 1}".lstrip("/"), depth - 1)


def _tokens(text: str) -> list[str]:
    """The base64 in a text: all of it, else blocks of lines, else long words."""
    whole = "".join(text.split())
    if len(whole) >= 16 and _WHOLE.fullmatch(text) and len(whole) % 4 == 0:
        return [whole]
    wrapped: list[str] = []

    def take(block: re.Match[str]) -> str:
        joined = "".join(block[0].split())
        if _opened(joined) is None:
            return block[0]
        wrapped.append(joined)
        return ""

    rest = _WRAPPED.sub(take, text)
    return [*wrapped, *_BASE64.findall(rest)]


def _opened(token: str) -> tuple[str, str] | None:
    """What base64 holds, if that is text, packed or not."""
    try:
        data = base64.b64decode(token, validate=True)
    except (binascii.Error, ValueError):
        return None
    if data[:2] == b"\x1f\x8b":
        inner = _text(_gunzipped(data) or b"")
        return ("gzip", inner) if inner else None
    inner = _text(data)
    return ("base64", inner) if inner else None


def _gunzipped(data: bytes) -> bytes | None:
    if data[:2] != b"\x1f\x8b":
        return None
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _SIZE)
    except zlib.error:
        return None


def _text(data: bytes) -> str:
    """Bytes as text, "" when they are none."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    control = sum(c < " " and c not in "\t\r\n\f" for c in text)
    return text if not control else ""
