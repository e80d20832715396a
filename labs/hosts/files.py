"""Folders of hosts: removing what they have written to, making what others than root shall read there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def remove(folder: Path) -> None:
    """Remove a folder as root does; what a host made immutable is so within its overlay only."""
    subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=True)


@contextmanager
def usual_modes() -> Iterator[None]:
    """What is made meanwhile has a system's usual modes, whatever the caller's umask."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
