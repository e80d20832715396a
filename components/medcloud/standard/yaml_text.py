"""What the bytes of a catalogue file say as YAML; knows nothing of what it means."""

from __future__ import annotations

from pathlib import Path

from medcloud.standard.errors import CatalogueError
from medcloud.text import Text
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import mapping
from medcloud.text.reading.source import Unreadable, decode
from medcloud.text.reading.tree import data

_KIND = Kind(
    Text("目录文件", "a file of the catalogue"), Text("照旁边的文件写", "write it like those beside it")
)


def parse(path: Path, content: bytes) -> object:
    """Plain values of the one mapping; CatalogueError when it is none or repeats a key."""
    try:
        return data(mapping(decode(content, path.name, _KIND), path.name, _KIND))
    except Unreadable as error:
        raise CatalogueError(*error.findings) from None
