"""The region file as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from .about import About
from .base import Model
from .domain import Domain
from .identity import Identity
from .image import Image, ImageId
from .networks import Networks
from .places import Centre, Site, Tenant
from .pool import Pool
from .storage import Storage
from .text import Id
from .workload import Workload


class Region(Model):
    """A regional medical hybrid cloud; everything else is derived from this."""

    version: Literal[1]
    """Version of this format."""
    region: About
    networks: Networks = Networks()
    identity: Identity = Field(default_factory=Identity)
    sites: Mapping[Id, Site]
    tenants: Mapping[Id, Tenant] = {"default": Tenant(name="默认租户")}
    centres: Mapping[Id, Centre]
    pools: Mapping[Id, Pool]
    images: Mapping[ImageId, Image]
    """By operating system, or ``os/isa`` where one system has an image for each instruction set."""
    storage: Storage = Field(default_factory=Storage)
    domains: Mapping[Id, Domain] = {
        "core": Domain(levels=(4, 5)),
        "business": Domain(levels=(2, 3)),
        "dmz": Domain(levels=(1,), exposed=True),
    }
    workloads: Mapping[Id, Workload]

    def tenant_of(self, workload: str) -> str:
        """Tenant id of a workload; the first tenant when it names none."""
        return self.workloads[workload].tenant or next(iter(self.tenants))

    def domain_of(self, workload: str) -> str:
        """Security domain id of a workload: the one it names, or the one of its data level."""
        found = self.workloads[workload]
        return found.domain or next(d for d, domain in self.domains.items() if found.level in domain.levels)

    def image(self, pool: str) -> Image:
        """The image that instances of a pool start from."""
        found = self.pools[pool]
        return self.images.get(f"{found.os}/{found.isa}") or self.images[found.os]
