"""What this machine has and lacks for medcloud, and the one line that mends it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from medcloud.doctor import hosts, programs, surroundings
from medcloud.doctor.observation import Observation

__all__ = ["Observation", "examine"]


def examine(environ: Mapping[str, str] = os.environ, folder: Path | None = None) -> list[Observation]:
    """All findings, in the order a person would mend them.

    `environ` is the environment that `pulumi` would see, `folder` the working folder (default: the
    current one). Nothing is changed and no network is used.
    """
    where = folder or Path.cwd()
    return [
        surroundings.python(),
        surroundings.packages(),
        surroundings.cache(environ),
        *programs.engine(environ),
        programs.go(environ),
        programs.lab(environ),
        *hosts.findings(environ),
        surroundings.clouds(environ, where),
        surroundings.passphrase(environ, where),
    ]
