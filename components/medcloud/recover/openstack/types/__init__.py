"""Every type that can be looked up, by its token. A type that is not here is reported, never guessed at.

A module here holds its rows as `TYPES`; it is found by walking. A key is what stands between the colons of a
token (``networking/network``), or a whole token where the type is not of OpenStack's provider.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

from medcloud.recover.openstack.lookup_rule import LookupRule


def token(module: str) -> str:
    """The token of a key, e.g. ``openstack:networking/network:Network``."""
    name = module.rsplit("/", 1)[-1]
    return module if ":" in module else f"openstack:{module}:{name[0].upper()}{name[1:]}"


def _rows() -> Iterator[tuple[str, LookupRule]]:
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{module}").TYPES.items()


TYPES: Mapping[str, LookupRule] = {token(module): row for module, row in _rows()}
"""Token to row."""

__all__ = ["TYPES", "token"]
