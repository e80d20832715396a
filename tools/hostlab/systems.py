"""The systems a host can be: systems/<id>.yaml, with the layers that make it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from tools.hostlab import bases
from tools.hostlab.errors import HostLabError
from tools.hostlab.place import HERE

FOLDER = HERE / "systems"


@dataclass(frozen=True)
class System:
    """A system. `layers`: folders of layouts/, topmost first; `release`: its release package (RPM)."""

    id: str
    family: str
    source: str
    layers: tuple[str, ...] = ()
    release: str = ""
    version: str = ""


def load() -> dict[str, System]:
    """Every system by id."""
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        row = yaml.safe_load(path.read_text("utf-8"))
        found[path.stem] = System(**{**row, "id": path.stem, "layers": tuple(row.get("layers", ()))})
    return found


def chosen(names: str) -> list[System]:
    """Systems out of a comma-separated list; HostLabError names the one that is not known."""
    known = load()
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            every = ", ".join(known)
            raise HostLabError(
                f"未知系统 {name};可选:{every}", f"no system {name} here; choose from the list"
            )
    return [known[name] for name in wanted] or list(known.values())


def lower(system: System) -> list[Path]:
    """The read-only layers of a system, topmost first, made if they are not there."""
    return [bases.base()]
