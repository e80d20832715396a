"""The stack of a service with all includes taken in."""

from __future__ import annotations

from medcloud.hosts.change import lines as text
from medcloud.hosts.change.pam.line import PamLine, parse
from medcloud.hosts.state import HostState

FOLDER = "/etc/pam.d/"
_DEEP = 6


def resolve(state: HostState, service: str, kind: str) -> tuple[PamLine, ...] | None:
    """The modules of one kind in order; None when the service has no file."""
    if state.read(FOLDER + service) is None:
        return None
    return tuple(_stack(state, service, kind, 0))


def _stack(state: HostState, service: str, kind: str, depth: int) -> list[PamLine]:
    path = service if service.startswith("/") else FOLDER + service
    found: list[PamLine] = []
    for raw in text.split(state.read(path) or b"", path):
        line = parse(raw.text, path)
        if line is None or line.kind not in (kind, "*"):
            continue
        if line.includes and depth < _DEEP:
            found += _stack(state, line.includes, kind, depth + 1)
        else:
            found.append(line)
    return found
