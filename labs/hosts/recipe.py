"""packages.yaml, and the key of what is built from it."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from labs.hosts.place import HERE


def packages(purpose: str) -> list[str]:
    """A list of packages.yaml: Debian packages by purpose, or the paths `left_out` and `kept`."""
    table: dict[str, list[str]] = yaml.safe_load((HERE / "packages.yaml").read_text("utf-8"))
    return table[purpose]


def key(*values: Any, files: Iterable[Path] = ()) -> str:
    """Twelve digits that change when a value or a file that makes the thing changes."""
    digest = hashlib.sha256(repr((platform.machine(), values)).encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
