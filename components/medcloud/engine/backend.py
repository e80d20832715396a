"""The files of a `file://` backend: where a stack has them, and what a kill amid a write left of them.

The engine writes the state beside the old one and renames it, so the state itself is whole at any time. Its
`.attrs` file is written in place: cut off there, it is empty, and every later command ends in
"failed to load checkpoint: EOF". The attributes are a cache; without the file the state is read all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit


def folder(backend: str) -> Path | None:
    """The folder of a `file://` backend; None for another kind."""
    address = urlsplit(backend)
    if address.scheme != "file":
        return None
    return Path(unquote(address.netloc + address.path)).expanduser() / ".pulumi"


def state_file(backend: str, project: str, stack: str) -> Path | None:
    """Where a `file://` backend keeps a stack's state; None for another kind."""
    root = folder(backend)
    return None if root is None else root / "stacks" / project / f"{stack}.json"


def mend(backend: str, project: str, stack: str) -> list[str]:
    """Remove half-written files of a stack; their names. Only when no engine is at work on it."""
    root = folder(backend)
    broken = [] if root is None else list(_broken(root, project, stack))
    for path in broken:
        path.unlink(missing_ok=True)
    return [path.name for path in broken]


def _broken(root: Path, project: str, stack: str) -> Iterator[Path]:
    states = root / "stacks" / project
    yield from states.glob(f"{stack}.json*.tmp")
    attributes = list(states.glob(f"{stack}.json*.attrs"))
    for kind in ("locks/organization", "history", "backups"):
        attributes += (root / kind / project / stack).glob("*.attrs")
    yield from (path for path in attributes if not _whole(path))


def _whole(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except ValueError:
        return False
    return True
