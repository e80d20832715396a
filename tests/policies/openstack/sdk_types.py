"""The provider's resource types and their properties, out of its SDK."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import warnings
from functools import cache
from typing import Any

import pulumi

from medcloud_policies.core.providers import aliases


@cache
def classes() -> dict[str, type[pulumi.CustomResource]]:
    """All resource classes of the SDK by type, the deprecated names and the provider itself included."""
    found: dict[str, type[pulumi.CustomResource]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = importlib.import_module("pulumi_openstack")
        names = [m.name for m in pkgutil.walk_packages(package.__path__, "pulumi_openstack.")]
        modules = [importlib.import_module(name) for name in names]
    for module in modules:
        for member in vars(module).values():
            if inspect.isclass(member) and issubclass(member, pulumi.CustomResource):
                type_ = getattr(member, "pulumi_type", None)
                if type_ and member.__module__ == module.__name__:
                    found[type_] = member
    return found


def types() -> list[str]:
    """The types that are judged in their own name."""
    return sorted(set(classes()) - set(aliases()))


def properties(type_: str) -> list[str]:
    """The names of a type's input properties, as the engine shows them."""
    made = classes()[type_]
    arguments: Any = getattr(inspect.getmodule(made), f"{made.__name__}Args")
    getters = inspect.getmembers(arguments, lambda member: isinstance(member, property))
    return [getattr(getter.fget, "_pulumi_name", name) for name, getter in getters]
