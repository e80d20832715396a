"""Checks across fields, one concern a file; every one of them speaks, not only the first.

A check is a public function of a module here that takes the region and nothing else: it is found by walking.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from medcloud.model.checks._systems import systems
from medcloud.model.checks._whole import sections_of
from medcloud.model.checks.references import references
from medcloud.model.region import Region
from medcloud.text.reading.problem import Problem

Check = Callable[[Region], Iterable[Problem]]


@cache
def checks() -> tuple[Check, ...]:
    """All of them, by module and by their place in it."""
    return tuple(walked(__path__, __name__, ("region",)))


def walked(folders: Iterable[str], package: str, takes: tuple[str, ...]) -> Iterator[Callable[..., Any]]:
    """Public functions of a package's modules that take arguments of these names and nothing else."""
    for module in sorted(pkgutil.iter_modules(folders), key=lambda module: module.name):
        if not module.name.startswith("_"):
            made = importlib.import_module(f"{package}.{module.name}")
            for name, value in vars(made).items():
                own = inspect.isfunction(value) and value.__module__ == made.__name__
                if own and not name.startswith("_") and tuple(inspect.signature(value).parameters) == takes:
                    yield value


def check(region: Region, lost: frozenset[str]) -> list[Problem]:
    """All that is wrong between the fields; ``lost`` sections have parts missing."""
    found = [*references(region, lost)]
    short = lost | {str(problem.loc[0]) for problem in found if problem.loc[0] != "workloads"}
    for each in checks():
        if not sections_of(each) & short:
            found += each(region)
    return found


def can_be_planned(region: Region) -> bool:
    """Whether every name leads somewhere and every workload has a security domain and an image."""
    booted = ({system, f"{system}/{isa}"} & region.images.keys() for _, system, isa in systems(region))
    placed = (bool(region.domains_for(key)) for key in region.workloads)
    return not any(references(region, frozenset())) and all(placed) and all(booted)
