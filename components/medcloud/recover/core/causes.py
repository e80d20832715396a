"""Known errors and what they mean, read from the causes.yaml of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Cause:
    """A pattern of messages and what they mean."""

    pattern: str
    """Regular expression, case ignored; its named groups are filled into the texts."""
    zh: str
    en: str
    type: str = ""
    """Part of the URN's type that it is about; empty for any."""


@cache
def causes(package: str) -> tuple[Cause, ...]:
    """Those of a package (``medcloud.recover.openstack``), in the order in which they are tried."""
    text = files(package).joinpath("causes.yaml").read_text(encoding="utf-8")
    return tuple(Cause(**entry) for entry in yaml.safe_load(text)["causes"])
