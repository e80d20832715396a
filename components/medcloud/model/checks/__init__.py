"""Checks across fields, one concern a file; every one of them speaks, not only the first.

A check is a public function of a module here that takes the region and nothing else: it is found by walking.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from medcloud.model.checks._whole import sections_of
from medcloud.model.checks.references import references
from medcloud.model.region import Region
from medcloud.text.reading.problem import Problem

Check = Callable[[Region], Iterable[Problem]]


@cache
def checks() -> tuple[Check, ...]:
    """All of them, by module and by their place in it."""
    found: list[Check] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if not module.name.startswith("_"):
            made = importlib.import_module(f"{__name__}.{module.name}")
            found += [value for name, value in vars(made).items() if _is_check(name, value, made.__name__)]
    return tuple(found)


def _is_check(name: str, value: object, module: str) -> bool:
    own = inspect.isfunction(value) and value.__module__ == module and not name.startswith("_")
    return own and list(inspect.signature(value).parameters) == ["region"]  # type: ignore[arg-type]  # own: a function


def check(region: Region, lost: frozenset[str]) -> list[Problem]:
    """All that is wrong between the fields; ``lost`` sections have parts missing."""
    found = [*references(region, lost)]
    for each in checks():
        if not sections_of(each) & lost:
            found += each(region)
    return found
