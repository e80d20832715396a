"""Reads the catalogue's files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from medcloud.standard.errors import CatalogueError
from medcloud.standard.kept import kept
from medcloud.text import Text


def read(path: Path) -> dict[Any, Any]:
    """The file's mapping; CatalogueError when it cannot be read, is no mapping or repeats a key."""
    try:
        content: dict[Any, Any] = kept(path, _parse)
    except OSError as error:
        raise CatalogueError(
            Text(f"{path.name}: 无法读取: {error.strerror}", f"{path.name}: cannot be read: {error.strerror}")
        ) from error
    return content


def _parse(path: Path, content: bytes) -> object:
    from medcloud.standard.yaml_text import parse  # noqa: PLC0415  # PyYAML is slow to load, and most runs need none of it

    return parse(path, content)
