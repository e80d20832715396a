"""OpenSCAP's own program on this machine, out of the lab's base: it validates and reads XCCDF."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from labs.hosts import bases, toolbox


def oscap(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run oscap; the base is made when it is not there (root, minutes)."""
    base = bases.base()
    loader, option, libraries, program = toolbox.command(base, "oscap")
    shared = base / "usr/share/openscap"
    places = {"OSCAP_SCHEMA_PATH": "schemas", "OSCAP_XSLT_PATH": "xsl", "OSCAP_CPE_PATH": "cpe"}
    return subprocess.run(
        [loader, option, f"{libraries}:{base / 'usr/lib'}", program, *words],
        env={**os.environ, **{key: str(shared / name) for key, name in places.items()}},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def content(name: str) -> Path:
    """A file of the examiners that the base holds, by its path in a host."""
    return bases.base() / name.lstrip("/")
