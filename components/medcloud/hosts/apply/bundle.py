"""A plan as the archive that a host is handed: scripts, staged files, actions, checks."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from collections.abc import Iterator
from importlib.resources import files

from medcloud.hosts.change.overlay import Overlay

_SCRIPTS = ("txn.sh", "trial.sh")


def bundle(overlay: Overlay) -> str:
    """A gzipped tar in base64; the same plan makes the same bytes."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", compresslevel=6) as tar:
        for name, content in members(overlay):
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(content), 0o600
            tar.addfile(info, io.BytesIO(content))
    return base64.encodebytes(out.getvalue()).decode("ascii")


def members(overlay: Overlay) -> Iterator[tuple[str, bytes]]:
    """Names and contents."""
    for name in _SCRIPTS:
        yield name, (files(__package__) / name).read_bytes()
    yield "files", "".join(f"{row}\n" for row in rows(overlay)).encode("utf-8", "surrogateescape")
    yield "base", "".join(f"{row}\n" for row in base(overlay)).encode("utf-8", "surrogateescape")
    for path, new in sorted(overlay.files.items()):
        yield f"new{path}", new.content
    for number, action in enumerate(sorted(overlay.actions, key=lambda a: a.stage)):
        name = f"acts/{action.stage:03d}.{number:03d}"
        yield f"{name}.do", f"{action.do}\n".encode()
        yield f"{name}.undo", f"{action.undo}\n".encode() if action.undo else b""
        if action.must:
            yield f"{name}.must", b""
    for number, command in enumerate(overlay.checks):
        yield f"checks/{number:03d}", f"{command}\n".encode()


def base(overlay: Overlay) -> Iterator[str]:
    """SHA-256 of each file as the plan saw it: what was changed since is not written over."""
    for path in sorted({*overlay.files, *overlay.removed}):
        content = overlay.state.read(path)
        yield f"{'gone' if content is None else hashlib.sha256(content).hexdigest()}\t{path}"


def rows(overlay: Overlay) -> Iterator[str]:
    """The list of what is touched, as txn.sh reads it."""
    for path, new in sorted(overlay.files.items()):
        rights = overlay.rights.get(path)
        mode = rights.mode if rights else new.mode
        owner = (rights.owner if rights else None) or new.owner
        yield "\t".join(("F", "-" if mode is None else f"{mode:o}", owner or "-", path))
    for path in sorted(overlay.removed):
        yield "\t".join(("D", "-", "-", path))
    for path in sorted(set(overlay.kept) - set(overlay.files) - set(overlay.removed)):
        yield "\t".join(("K", "-", "-", path))
    for path, rights in sorted(overlay.rights.items()):
        if path not in overlay.files:
            yield "\t".join(("R", f"{rights.mode:o}", rights.owner or "-", path))
