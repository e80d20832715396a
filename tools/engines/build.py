"""Builds one row of the table into its cache entry."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

from labs.base.cache import fill
from tools.engines import cache, golang, patch
from tools.engines.progress import run, say
from tools.engines.table import HERE, Row

KEPT = ("names.json", "schema.json")  # what `prepare` made and tests look at


def environment(go: str) -> dict[str, str]:
    """The caller's environment with what makes a build static and the same everywhere."""
    return {
        **os.environ,
        "PATH": f"{Path(go).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "CGO_ENABLED": "0",
        "GOFLAGS": "-mod=readonly -trimpath -buildvcs=false",
        "GOWORK": "off",
    }


def ensure(row: Row, source: Path = HERE) -> Path:
    """Cache entry of a row, built if it is not there. Raises EngineError when the build fails."""
    target = cache.entry(row, source)
    if target.is_dir():
        return target

    def waiting() -> None:
        say(f"另一个进程正在构建 {row.program}，等待", f"another process builds {row.program}, waiting")

    with cache.lock(target.name, waiting):
        if not target.is_dir():
            if row.package:
                fill(target, lambda scratch: compile_row(row, source, scratch))
            else:
                fill(target, lambda scratch: copy_row(row, source, scratch))
    return target


def copy_row(row: Row, source: Path, scratch: Path) -> None:
    """A row without a package: its files as they are, executable."""
    for path in row.inputs(source):
        copy = scratch / path.name
        shutil.copyfile(path, copy)
        copy.chmod(0o755)


def compile_row(row: Row, source: Path, scratch: Path) -> None:
    """Build in a copy of the source folder, so that the source tree stays as it is."""
    begun = time.monotonic()
    say(
        f"构建 {row.program} {row.version}（首次约 {row.minutes} 分钟）",
        f"building {row.program} {row.version} (about {row.minutes} min the first time)",
    )
    logs = cache.engines() / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / f"{row.name}-{row.version}.log"
    log.write_bytes(b"")
    work = scratch / "src"
    shutil.copytree(source / row.source, work, ignore=shutil.ignore_patterns("__pycache__"))
    go = golang.find(log)
    env = environment(go)
    if row.prepare:
        own = {"PYTHONPATH": str(HERE.parents[1])}  # the working folder is the copy
        command = [sys.executable, "-m", row.prepare]
        run(row.program, command, cwd=work, env=env | own, log=log)
    if row.edits:
        patch.apply(go, work, work / row.edits / "edits.yaml", env)
    ldflags = row.ldflags.format(version=row.version)
    command = [go, "build", "-v", "-ldflags", ldflags, "-o", str(scratch / row.program), row.package]
    run(row.program, command, cwd=work, env=env, log=log)
    for name in KEPT:
        if (work / name).exists():
            shutil.copyfile(work / name, scratch / name)
    shutil.rmtree(work)
    spent = time.monotonic() - begun
    say(f"  {row.program} 已就绪，用时 {spent:.0f} 秒", f"{row.program} is ready after {spent:.0f} s")
