"""The clauses of GB/T 22239-2019, level 3, that a host answers for, and what meets each: computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from medcloud.hosts.controls import catalogue
from medcloud.text import Text


@dataclass(frozen=True)
class Clause:
    """One clause; `evidence` names what shows it besides controls, or instead of them."""

    id: str
    title: Text
    evidence: Text | None = None


@cache
def clauses() -> Mapping[str, Clause]:
    """The clauses in order."""
    data = yaml.safe_load(files(__package__).joinpath("clauses.yaml").read_text("utf-8"))
    return {
        id_: Clause(id_, Text(*row[:2]), Text(*row[2]) if len(row) > 2 else None) for id_, row in data.items()
    }


def met_by() -> dict[str, tuple[str, ...]]:
    """Ids of the controls that meet each clause; empty where only evidence does, or nothing yet."""
    controls = catalogue.controls().values()
    return {id_: tuple(c.id for c in controls if id_ in c.clauses) for id_ in clauses()}
