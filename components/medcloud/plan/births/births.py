"""The identifier that a thing was made by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from medcloud.model import Region
from medcloud.model.lan import lan_id, tenant_of_lan
from medcloud.model.region import RENAMED
from medcloud.plan.lock.entries import Lock

SECTION = "names"
"""Of the lock: ``workloads/new`` to the identifier at birth."""


def birth(region: Region, section: str, id_: str) -> str:
    """What a thing was called when it was made, in a region that `with_births` gave."""
    entry = getattr(region, section).get(id_)
    return (entry.was if entry else None) or id_


def birth_of_side(region: Region, side: str) -> str:
    """The same of one side of a flow: a workload, the LAN of a tenant, or who has never another name."""
    tenant = tenant_of_lan(side)
    if tenant is not None:
        return lan_id(birth(region, "tenants", tenant))
    return birth(region, "workloads", side)


def births(region: Region) -> Mapping[str, str]:
    """``workloads.new`` to the identifier at birth, for whatever has been renamed."""
    return MappingProxyType(
        {
            f"{section}.{id_}": entry.was
            for section in RENAMED
            for id_, entry in getattr(region, section).items()
            if entry.was and entry.was != id_
        }
    )


def with_births(region: Region, lock: Lock) -> Region:
    """The region in which each `was` is the identifier at birth, as the lock has it."""
    known = lock.texts(SECTION)
    if not known:
        return region
    changed = {}
    for section in RENAMED:
        entries = getattr(region, section)
        changed[section] = {
            id_: entry.model_copy(update={"was": known.get(f"{section}/{id_}", entry.was)})
            for id_, entry in entries.items()
        }
    return region.model_copy(update=changed)
