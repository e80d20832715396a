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
    except UnicodeDecodeError as error:
        raise CatalogueError(
            Text(f"{path.name}: 不是 UTF-8 文本: {error}", f"{path.name}: not UTF-8 text: {error}")
        ) from error
    return content


def _parse(path: Path, text: str) -> dict[Any, Any]:
    from medcloud.standard.yaml_text import parse  # noqa: PLC0415  # PyYAML is slow to load, and most runs need none of it

    return parse(path, text)
