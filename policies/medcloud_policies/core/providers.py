"""Providers: a folder beside this one with a `provider.py` each, found by walking; nothing lists them.

Such a folder holds

- `provider.py` with a `PROVIDER`: whose types it judges, their old names, and where they carry labels;
- a folder a chapter with a file a rule, each with a `RULE` (see `rule`);
- `unjudged.yaml`, if there are types that no rule judges: the reason of each;
- whatever its rules share: its tokens as constants, its settings, its helpers.

The core imports none of it by name, so a provider is added and taken away as a folder.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

HOME = Path(__file__).parents[1]


class Provider(NamedTuple):
    """What the core asks of a provider."""

    packages: tuple[str, ...]
    """The first words of its type tokens: ``acme`` of ``acme:compute/server:Server``."""
    carriers: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    """The parts of a resource's properties that may carry labels, under a name that
    `medcloud.standard.conventions.read` knows for their form: a map as ``metadata``, a list of ``key=value``
    as ``tags``, a text as ``description``. What is not known yet is handed on as it is."""
    aliases: Mapping[str, str] = MappingProxyType({})
    """Deprecated names of types, each judged like the type it stands for."""


@cache
def folders() -> Mapping[str, Path]:
    """The providers' folders by name."""
    return {file.parent.name: file.parent for file in sorted(HOME.glob("*/provider.py"))}


@cache
def providers() -> Mapping[str, Provider]:
    """All providers by the package of types that they judge; ValueError when two judge one."""
    found: dict[str, Provider] = {}
    for name in folders():
        provider: Provider = importlib.import_module(f"{HOME.name}.{name}.provider").PROVIDER
        for package in provider.packages:
            if package in found:
                raise ValueError(f"{name}: another provider judges the types of {package} too")
            found[package] = provider
    return found


@cache
def aliases() -> Mapping[str, str]:
    """Deprecated names of types, of all providers."""
    return {old: new for provider in providers().values() for old, new in provider.aliases.items()}


def canonical(type_: str) -> str:
    """The type that rules know a type by."""
    return aliases().get(type_, type_)


def carriers(type_: str, props: Mapping[str, Any]) -> Mapping[str, Any]:
    """What may carry labels of a resource of this type; nothing when no provider judges it."""
    provider = providers().get(type_.partition(":")[0])
    return provider.carriers(props) if provider else {}
