"""What a tenant's own project may have, and what its workloads need of that (7.5.2.1-a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuotaPlan:
    """The quota of a project in one OpenStack region, which several centres may share."""

    name: str
    tenant: str
    project: str
    """Entry of clouds.yaml that is scoped to the project."""
    region: str
    """OpenStack region name."""
    admin: str
    """Entry of clouds.yaml with administrator rights."""
    centres: tuple[str, ...]
    """Those in which the tenant has anything there."""
    limits: Mapping[str, int]
    """``cores``, ``memory_gib``, ``instances``, ``volumes``, ``volumes_gib``, as far as they are said."""
    needed: Mapping[str, int]
    """What its workloads need, of each of them."""
