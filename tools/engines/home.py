"""The folder that plain `pulumi` works from: programs on PATH, plugins where the engine looks for them."""

from __future__ import annotations

import hashlib
import shlex
import sys
from pathlib import Path

from tools.engines import build, cache, official
from tools.engines.errors import EngineError
from tools.engines.table import Row

PROGRAM_KINDS = ("engine", "language", "launcher")


def folder(rows: list[Row], found: official.Official | None) -> Path:
    """PULUMI_HOME for these pins; other pins have another one, so two checkouts do not collide."""
    parts = [row.digest() for row in rows] + ([str(found.path), found.version] if found else [])
    return cache.engines() / "home" / hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]


def installed(row: Row, home: Path) -> Path:
    """Where a row's program is found in the home."""
    return (
        home / "bin" / row.program
        if row.kind in PROGRAM_KINDS
        else home / "plugins" / row.plugin / row.program
    )


def needed(row: Row, found: official.Official | None) -> bool:
    """Whether the row is ours to bring: an official engine has its own programs."""
    return row.kind == "resource" or found is None


def install(rows: list[Row], chosen: list[Row]) -> Path:
    """Bring the chosen rows into the home; built, fetched or already there. Returns the home."""
    found = official.find(engine_row(rows))
    home = folder(rows, found)
    for row in chosen:
        if not needed(row, found) or (found and official_plugin(found, row, home)):
            continue
        entry = build.ensure(row)
        if row.kind == "resource":
            cache.link(entry / row.program, installed(row, home))
            continue
        for program in entry.iterdir():
            cache.link(program, home / "bin" / program.name)
    return home


def official_plugin(found: official.Official, row: Row, home: Path) -> bool:
    """The plugin by the official way, unless what is there was built by us."""
    return installed(row, home).exists() or official.install_plugin(found, row, home)


def engine_row(rows: list[Row]) -> Row:
    """The row of the engine itself."""
    return next(row for row in rows if row.kind == "engine")


def missing(rows: list[Row]) -> list[Row]:
    """Rows that are not optional and not in the home."""
    found = official.find(engine_row(rows))
    home = folder(rows, found)
    return [
        row for row in rows if not row.optional and needed(row, found) and not installed(row, home).exists()
    ]


def exports(rows: list[Row]) -> list[str]:
    """Shell lines after which plain `pulumi` works. Raises EngineError before `install` was done."""
    if gone := missing(rows):
        names = ", ".join(row.program for row in gone)
        raise EngineError(f"缺少 {names}，请运行 make engines", f"{names} missing, run: make engines")
    home = folder(rows, official.find(engine_row(rows)))
    # The program's Python is the one that runs this, unless the project names another
    paths = [home / "bin", Path(sys.executable).parent]
    values = {
        "PULUMI_HOME": str(home),
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        # a provider that happens to be on PATH must not win over the pinned one
        "PULUMI_IGNORE_AMBIENT_PLUGINS": "true",
    }
    path = "".join(f"{shlex.quote(str(each))}:" for each in paths)
    return [f'export PATH={path}"$PATH"', *(f"export {k}={shlex.quote(v)}" for k, v in values.items())]
