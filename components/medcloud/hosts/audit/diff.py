"""A plan as a person reads it: unified diffs, rights, actions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from medcloud.hosts.change.overlay import Overlay
from medcloud.text import Text


def diff(overlay: Overlay) -> Iterator[str]:
    """Line by line."""
    for path, new in sorted(overlay.files.items()):
        yield from _file(path, overlay.state.read(path), new.content)
        if new.mode is not None:
            yield f"# {path}: {new.mode:04o} {new.owner or ''}".rstrip()
    for path in sorted(overlay.removed):
        yield from _file(path, overlay.state.read(path), None)
    for path, rights in sorted(overlay.rights.items()):
        was = overlay.state.rights(path)
        before = f"{was.mode:04o} {was.user}:{was.group}" if was else "?"
        yield f"# {path}: {before} → {rights.mode:04o} {rights.owner or ''}".rstrip()
    for action in sorted(overlay.actions, key=lambda a: a.stage):
        yield f"$ {action.do}    # {_UNDO}: {action.undo or '-'}"


_UNDO = Text("撤销", "undo")


def _file(path: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    names = ("/dev/null" if old is None else f"a{path}", "/dev/null" if new is None else f"b{path}")
    lines = difflib.unified_diff(_lines(old), _lines(new), *names, lineterm="")
    yield from (line.rstrip("\n") for line in lines)


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "backslashreplace").replace("\r", "\\r").splitlines(keepends=True)
