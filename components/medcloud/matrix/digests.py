"""Digests by which a proof or a test run says of which state of the code it speaks."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from medcloud.matrix.sources import sources


@cache
def of_file(path: Path) -> str:
    """SHA-256 of a file, shortened; empty when there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


@cache
def of_module(module: str) -> str:
    """Of a module's file; empty when there is none."""
    return next((of_file(source.path) for source in sources() if source.module == module), "")


@cache
def of_code() -> str:
    """Of every module of the packages."""
    lines = (f"{source.file} {of_file(source.path)}\n" for source in sources())
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]
