"""Every concern that keeps numbers in the lock, found by walking the packages of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import MappingProxyType

from medcloud.plan.lock.section import Concern, Section

_PLAN = "medcloud.plan"


@cache
def concerns() -> tuple[Concern, ...]:
    """By the name of their package."""
    packages = (found.name for found in iter_modules(import_module(_PLAN).__path__) if found.ispkg)
    modules = sorted(f"{_PLAN}.{package}.numbers" for package in packages)
    return tuple(import_module(name).CONCERN for name in modules if find_spec(name))


@cache
def sections() -> Mapping[str, Section]:
    """Every section by its name, in the order of the file."""
    return MappingProxyType({s.name: s for concern in concerns() for s in concern.sections})


def number_sections() -> tuple[str, ...]:
    """Names of the sections that map a key to a number."""
    return tuple(name for name, section in sections().items() if section.is_good is None)
