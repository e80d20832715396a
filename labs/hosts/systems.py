"""The systems a host can be: systems/<id>.yaml, with the layers that make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from labs.base.errors import LabError
from labs.hosts import bases, layers, recipe, rpmdb
from labs.hosts.place import HERE, shared

FOLDER = HERE / "systems"
MAKERS = (HERE / "layers.py", HERE / "rpmdb.py", rpmdb.SCRIPT)


@dataclass(frozen=True)
class System:
    """A system: identity `files` by path, its family's `layout`, its `release` package (RPM)."""

    id: str
    family: str
    source: str
    files: Mapping[str, str] = field(default_factory=dict)
    layout: str = ""
    release: str = ""
    version: str = ""


def load() -> dict[str, System]:
    """Every system by id."""
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        row = yaml.safe_load(path.read_text("utf-8"))
        found[path.stem] = System(**{**row, "id": path.stem})
    return found


def chosen(names: str) -> list[System]:
    """Systems out of a comma-separated list; LabError names the one that is not known."""
    known = load()
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            every = ", ".join(known)
            raise LabError(f"未知系统 {name};可选:{every}", f"no system {name} here; choose from the list")
    return [known[name] for name in wanted] or list(known.values())


def lower(system: System) -> list[Path]:
    """The read-only layers of a system, topmost first, made if they are not there."""
    base = bases.base()
    below = [_layout(layers.layout(system.layout), base), base] if system.layout else [base]
    if not system.files:
        return below

    def make(scratch: Path) -> None:
        tree = scratch / "tree"
        tree.mkdir()
        layers.write(tree, base, system.files)
        if system.release:
            package = rpmdb.release(system.release, system.version, list(system.files))
            rpmdb.enter([tree, *below], [package], shared() / f"logs/{system.id}.log")

    inputs = [FOLDER / f"{system.id}.yaml", *MAKERS]
    key = recipe.key([str(tree) for tree in below], files=inputs)
    return [bases.whole(system.id, key, make) / "tree", *below]


def _layout(over: layers.Layout, base: Path) -> Path:
    """The layer of a family."""

    def make(scratch: Path) -> None:
        tree = scratch / "tree"
        tree.mkdir()
        layers.lay(tree, base, over)
        if over.database:
            packages = rpmdb.of_debian(base, over.database, over.unlisted)
            rpmdb.enter([tree, base], packages, shared() / f"logs/layout-{over.name}.log")

    key = recipe.key(base.name, files=[*MAKERS, *over.inputs()])
    return bases.whole(f"layout-{over.name}", key, make) / "tree"
