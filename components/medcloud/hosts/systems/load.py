"""Reads the data files of this folder, once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from medcloud.hosts.errors import HardenError
from medcloud.hosts.systems.system import System
from medcloud.text import Text


@cache
def systems() -> Mapping[str, System]:
    """All known systems by id."""
    folder = files(__package__)
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): _read(name) for name in found}


def system(id_: str) -> System:
    """The system of an id; HardenError names those that there are."""
    try:
        return systems()[id_]
    except KeyError:
        known = ", ".join(systems())
        raise HardenError(
            Text(f"{id_}: 未知系统；已知: {known}", f"{id_}: unknown system; known: {known}")
        ) from None


def known_as(name: str) -> str:
    """The id of the system that a region file calls so; the name itself when no system is called so."""
    return next((id_ for id_, found in systems().items() if name in found.also), name)


def _read(name: str) -> System:
    own = _data(name)
    data = {**_data(f"layouts/{own['layout']}.yaml"), **own}
    return System(
        id=name.removesuffix(".yaml"),
        title=Text(**data["title"]),
        also=tuple(data.get("also", ())),
        recognise=tuple(data["recognise"]),
        family=data["layout"],
        package_manager=data["package_manager"],
        mac=data["mac"],
        password_hashes=tuple(data["password_hashes"]),
        unknown=tuple(Text(**words) for words in data["unknown"]),
        **{key: _lists(data[key]) for key in ("pam", "services", "packages", "paths")},
    )


def _data(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load(files(__package__).joinpath(name).read_text("utf-8")))


def _lists(data: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in data.items()}
