"""Removing folders that hosts have written to."""

from __future__ import annotations

import subprocess
from pathlib import Path


def remove(folder: Path) -> None:
    """Remove a folder as root does; what a host made immutable is so within its overlay only."""
    subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=True)
