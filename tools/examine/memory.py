"""Room for an examiner on a UML host: OpenSCAP takes most of its 256 MiB."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tools.hostlab.api import LabHost

_DISK = "/dev/ubdb"  # the lab's empty second disk


@contextmanager
def room(host: LabHost) -> Iterator[None]:
    """Swap on the empty disk meanwhile, where it is empty; empty again afterwards."""
    if host.kind != "uml" or host.run(["blkid", "-p", _DISK]).returncode == 0:
        yield
        return
    host.run(f"mkswap {_DISK} && swapon {_DISK}", check=True)
    try:
        yield
    finally:
        host.run(f"swapoff {_DISK} && wipefs -qa {_DISK}", timeout=300, check=True)
