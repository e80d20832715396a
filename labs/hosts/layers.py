"""What a system lays over the base: identity files, its family's layout, its package database."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from labs.hosts.place import HERE

LAYOUTS = HERE / "layouts"


@dataclass(frozen=True)
class Layout:
    """layouts/<name>.yaml: what a family has and has not, beside the files of layouts/<name>/."""

    name: str
    modes: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, int] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    database: Mapping[str, list[str]] = field(default_factory=dict)
    unlisted: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """Its files as they lie in a host."""
        return LAYOUTS / self.name

    def inputs(self) -> list[Path]:
        """The files of this checkout that make it."""
        tree = sorted(path for path in self.root.rglob("*") if path.is_file())
        return [self.root.with_suffix(".yaml"), *tree]


def layout(name: str) -> Layout:
    """A layout by its name."""
    row = yaml.safe_load((LAYOUTS / f"{name}.yaml").read_text("utf-8"))
    return Layout(**{**row, "name": name, "absent": tuple(row.get("absent", ()))})


def lay(layer: Path, base: Path, over: Layout) -> None:
    """Fill the empty folder `layer` so that it makes `base` look like the family."""
    shutil.copytree(over.root, layer, symlinks=True, dirs_exist_ok=True)
    _groups(layer, base, over)
    for name in over.absent:
        _hide(layer, base, name)
    _modes(layer, base, over.modes)


def write(layer: Path, base: Path, files: Mapping[str, str]) -> None:
    """Fill the empty folder `layer` with a system's identity files."""
    for name, text in files.items():
        path = layer / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _modes(layer, base, {})


def _groups(layer: Path, base: Path, over: Layout) -> None:
    for file, line in (("etc/group", "{}:x:{}:\n"), ("etc/gshadow", "{}:*::\n")):
        added = "".join(line.format(name, gid) for name, gid in over.groups.items())
        (layer / file).write_text((base / file).read_text("utf-8") + added, encoding="utf-8")


def _hide(layer: Path, base: Path, name: str) -> None:
    """A whiteout: overlayfs shows nothing of that name."""
    if not os.path.lexists(base / name.lstrip("/")):
        return
    path = layer / name.lstrip("/")
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mknod(path, stat.S_IFCHR, os.makedev(0, 0))


def _modes(layer: Path, base: Path, modes: Mapping[str, str]) -> None:
    """Owners and modes are those of the base, root's where it has none; never those of the checkout."""
    for path in [layer, *sorted(layer.rglob("*"))]:
        below = base / path.relative_to(layer)
        named = modes.get(f"/{path.relative_to(layer)}")
        known = os.path.lexists(below)
        uid, gid = (below.lstat().st_uid, below.lstat().st_gid) if known else (0, 0)
        os.chown(path, uid, gid, follow_symlinks=False)
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            continue
        usual = 0o755 if path.is_dir() else 0o644
        same = known and not below.is_symlink()
        path.chmod(int(named, 8) if named else stat.S_IMODE(below.stat().st_mode) if same else usual)
