"""The controls: every module in a family's folder is one; there is no list."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from functools import cache

from medcloud.hosts import controls as _package
from medcloud.hosts.controls.control import Control
from medcloud.hosts.errors import HardenError
from medcloud.hosts.settings import reads, rights
from medcloud.hosts.state import Asked
from medcloud.text import Text


@cache
def controls() -> dict[str, Control]:
    """All controls by id, in order; ValueError when a module's name is not its control's id."""
    found: dict[str, Control] = {}
    for module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
        family, _, name = module.name.removeprefix(f"{_package.__name__}.").partition(".")
        if module.ispkg or not name or name.startswith("_"):
            continue
        control: Control = importlib.import_module(module.name).control
        if control.id != name.replace("_", "-"):
            raise ValueError(f"{module.name}: its control is called {control.id}")
        if control.id in found:
            raise ValueError(f"two controls are called {control.id}")
        found[control.id] = dataclasses.replace(control, family=family)
    return dict(sorted(found.items()))


def families() -> tuple[str, ...]:
    """The families, sorted."""
    return tuple(sorted({control.family for control in controls().values()}))


def control(id_: str) -> Control:
    """The control of an id; HardenError when there is none."""
    try:
        return controls()[id_]
    except KeyError:
        word = id_.partition("-")[0]
        near = "、".join(name for name in controls() if word and word in name) or "-"
        raise HardenError(
            Text(f"{id_}: 无此控制项（相近: {near}）", f"{id_}: no such control (near: {near})")
        ) from None


@cache
def asked() -> Asked:
    """All that controls and kinds of settings ask of a host besides probes."""
    everything = controls().values()
    return Asked(
        reads=tuple(sorted({*reads(), *(glob for c in everything for glob in c.reads)})),
        rights=tuple(sorted({*rights(), *(glob for c in everything for glob in c.rights)})),
    )
