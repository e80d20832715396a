"""An official `pulumi` that is installed already: of the pinned version or newer, with its language host."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.engines import cache
from tools.engines.table import Row


@dataclass(frozen=True)
class Official:
    """An installed engine."""

    path: Path
    version: str


def find(engine: Row) -> Official | None:
    """The first `pulumi` on PATH that is not ours, if it is good enough."""
    ours = cache.engines()
    folders = [
        folder
        for folder in os.environ.get("PATH", "").split(os.pathsep)
        if folder and not Path(folder).absolute().is_relative_to(ours)
    ]
    found = shutil.which("pulumi", path=os.pathsep.join(folders))
    if not found or not (Path(found).resolve().parent / "pulumi-language-python").exists():
        return None
    version = version_of(Path(found))
    return Official(Path(found), version) if numbers(version) >= numbers(engine.version) else None


def version_of(program: Path) -> str:
    """What `pulumi version` says; remembered by the file's size and time, for starting it takes a second."""
    stat = program.stat()
    key = hashlib.sha256(f"{program.resolve()} {stat.st_mtime_ns} {stat.st_size}".encode()).hexdigest()[:12]
    memo = cache.engines() / "official" / key
    if memo.exists():
        return memo.read_text()
    try:
        answer = subprocess.run(
            [program, "version"], capture_output=True, text=True, timeout=60, check=False
        ).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        answer = ""
    memo.parent.mkdir(parents=True, exist_ok=True)
    memo.write_text(answer)
    return answer


def numbers(version: str) -> tuple[int, ...]:
    """`v3.274.1-x` as (3, 274, 1); () when it is no version."""
    found = re.match(r"v?(\d+)\.(\d+)\.(\d+)", version)
    return tuple(map(int, found.groups())) if found else ()


def install_plugin(official: Official, row: Row, home: Path) -> bool:
    """Ask the official engine for a resource plugin; False where its download site cannot be reached."""
    name = row.program.removeprefix("pulumi-resource-")
    try:
        done = subprocess.run(
            [official.path, "plugin", "install", "resource", name, row.version],
            env={**os.environ, "PULUMI_HOME": str(home), "PULUMI_SKIP_UPDATE_CHECK": "true"},
            capture_output=True,
            timeout=300,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and (home / "plugins" / row.plugin).is_dir()
