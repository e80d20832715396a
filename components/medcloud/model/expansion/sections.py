"""Which sections of the region file hold entries by identifier, told from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args, get_origin

from pydantic import BaseModel

from medcloud.model.region import Region
from medcloud.text.reading.tree import Table

INCLUDE, DEFAULTS, TEMPLATES = WORDS = ("include", "defaults", "templates")
"""Keys of the top level."""
ENVIRONMENTS = "environments"
USE, EACH, OVERRIDES, EACH_SITE, COUNT = ENTRY_WORDS = (
    "use",
    "for_each_tenant",
    "overrides",
    "for_each_site",
    "count",
)
"""Keys of an entry."""
SITES, CENTRES, POOLS, WORKLOADS = "sites", "centres", "pools", "workloads"
WORDS_OF = {SITES: (COUNT,), CENTRES: (EACH_SITE, OVERRIDES), WORKLOADS: (EACH, OVERRIDES)}
"""Those that only entries of a section have."""


@cache
def mappings() -> tuple[str, ...]:
    """Sections by identifier: entries may stand in several files."""
    fields = Region.model_fields.items()
    return tuple(name for name, field in fields if get_origin(field.annotation) is Mapping)


@cache
def entries() -> Mapping[str, type[BaseModel]]:
    """Type of an entry by section, where entries have fields: what may have defaults and templates."""
    types = {name: get_args(Region.model_fields[name].annotation)[1] for name in mappings()}
    return {
        name: type_
        for name, type_ in types.items()
        if isinstance(type_, type) and issubclass(type_, BaseModel)
    }


def ids(root: Table, section: str) -> list[str]:
    """Of the entries that a section has."""
    node = root.entries.get(section)
    return [*node.entries] if isinstance(node, Table) else []


def tables(root: Table, section: str) -> Iterator[tuple[str, Table]]:
    """The entries of a section that are mappings, as all should be."""
    node = root.entries.get(section)
    for id_, entry in node.entries.items() if isinstance(node, Table) else ():
        if isinstance(entry, Table):
            yield id_, entry
