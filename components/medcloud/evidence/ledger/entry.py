"""One line of the ledger, in exactly one spelling.

``{"n":2,"at":"2026-11-20T08:00:00Z","kind":"…","data":{…},"prev":"…","hash":"…"}``: ``prev`` is the hash of
the line before (64 zeros in the first), ``hash`` is SM3 over the line up to the comma before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from medcloud.crypto import digest

FIRST = "0" * 64
_KEYS = ["n", "at", "kind", "data", "prev"]
_TAIL = re.compile(rb',"hash":"([0-9a-f]{64})"\}')
_TAIL_BYTES = len(',"hash":""}') + 64


@dataclass(frozen=True)
class Entry:
    """An entry; `n` counts from 1."""

    n: int
    at: str
    """UTC, ISO 8601."""
    kind: str
    data: Mapping[str, Any]
    prev: str
    hash: str


def line(n: int, at: str, kind: str, data: Mapping[str, Any], prev: str) -> bytes:
    """The line of an entry, without its line feed; TypeError or ValueError for data that is not JSON."""
    body = _canonical({"n": n, "at": at, "kind": kind, "data": data, "prev": prev})[:-1]
    return body + f',"hash":"{digest(body).hex()}"}}'.encode()


def parse(text: bytes) -> Entry | None:
    """The entry of a line; None when a single byte of it is not as written."""
    body, tail = text[:-_TAIL_BYTES], _TAIL.fullmatch(text[-_TAIL_BYTES:])
    if not tail or digest(body).hex().encode() != tail[1]:
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if list(found) != [*_KEYS, "hash"] or type(found["n"]) is not int:
        return None
    return Entry(**found)


def _canonical(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
