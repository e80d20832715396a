"""What was read from a data file, kept beside Python's byte code and by the same rules.

Reading YAML is half of what a policy program's start costs. The kept form holds the file's own checksum:
another content is read anew. Where byte code may not be written (``-B``, another's folder) nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_FORM = 1  # of what is kept


def kept(path: Path, parse: Callable[[Path, bytes], Any]) -> Any:
    """What `parse` makes of the file's bytes: plain values only. OSError when it cannot be read."""
    content = path.read_bytes()
    mark = (_FORM, len(content), zlib.crc32(content))
    place = cache_from_source(str(path))
    found = _load(place)
    if isinstance(found, tuple) and found[:3] == mark:
        return found[3]
    value = parse(path, content)
    if not sys.dont_write_bytecode:
        _save(place, (*mark, value))
    return value


def _load(place: str) -> object:
    try:
        with open(place, "rb") as stream:  # noqa: PTH123  # a quarter of Path.open's time, seventeen times
            return marshal.load(stream)  # noqa: S302  # as trusted as the byte code beside it
    except (OSError, EOFError, ValueError, TypeError, MemoryError):
        return None


def _save(place: str, what: Any) -> None:
    """Whole or not at all; a folder that cannot be written is no harm."""
    part = f"{place}.{os.getpid()}"
    try:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        Path(part).write_bytes(marshal.dumps(what))
        Path(part).replace(place)
    except OSError:
        return
