"""Removing folders that hosts have written to."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools.hostlab import toolbox


def remove(folder: Path) -> None:
    """Remove a folder, with files that a host made immutable."""
    command = ["rm", "-rf", "--one-file-system", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        chattr = toolbox.command(toolbox.ensure(), "chattr")
        subprocess.run([*chattr, "-R", "-f", "-i", "-a", str(folder)], capture_output=True, check=False)
        subprocess.run(command, check=True)
