"""The region file as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from medcloud.model.base import Model
from medcloud.model.domain import Domain
from medcloud.model.header import About
from medcloud.model.identity import Identity
from medcloud.model.image import Image, ImageId
from medcloud.model.interpretation import Stricter
from medcloud.model.networks import Networks
from medcloud.model.partner import Partner
from medcloud.model.pool import Pool
from medcloud.model.scalars import Id
from medcloud.model.storage import Storage
from medcloud.model.topology import Centre, Site, Tenant
from medcloud.model.workload import Workload

RENAMED = ("tenants", "domains", "workloads")
"""Sections whose entries may say what they were called before."""
DATA = ("real", "masked", "made-up")
"""What the data of a test or a drill may be."""
HIGHEST_TESTED = 2
"""The highest level of data in a region that is a test or a drill."""
NOTE = "x-"
"""How keys of the top level begin that are ignored."""


class Region(Model):
    """A regional medical hybrid cloud; everything else is derived from this."""

    model_config = ConfigDict(json_schema_extra={"patternProperties": {"^x-": {}}})

    version: Literal[1]
    """Version of this format."""
    region: About
    data: Literal["real", "masked", "made-up"] | None = None
    """What the data of a test or a drill are; never above level 2. Of a region in production: nothing."""
    interpretation: frozenset[Stricter] = frozenset()
    """Clauses whose stricter reading is to hold (docs/interpretation.md)."""
    networks: Networks = Networks()
    identity: Identity = Field(default_factory=Identity)
    sites: Mapping[Id, Site]
    tenants: Mapping[Id, Tenant] = Field(default={"default": Tenant(name="默认租户")}, min_length=1)
    groups: Mapping[Id, tuple[Id, ...]] = {}
    """Tenants by group, for callers: ``group:county``."""
    partners: Mapping[Id, Partner] = {}
    """Institutions outside that call or are called."""
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

    @model_validator(mode="before")
    @classmethod
    def _without_notes(cls, content: Any) -> Any:
        """Keys that begin with ``x-`` are for people and their YAML anchors; nothing reads them."""
        if not isinstance(content, dict):
            return content
        return {key: value for key, value in content.items() if not str(key).startswith(NOTE)}

    @classmethod
    def from_file(cls, path: str | Path) -> Region:
        """The region of a file. RegionUnreadable or RegionRefused with every finding at once."""
        from medcloud.model.reading.load import load  # noqa: PLC0415  # which makes regions of this class

        return load(path)

    @property
    def running(self) -> Mapping[str, Workload]:
        """The workloads that serve, in file order; the retired ones only keep their data."""
        return {key: workload for key, workload in self.workloads.items() if not workload.retire}

    @property
    def is_rehearsed(self) -> bool:
        """Whether no datum of it is anybody's, so that one centre will do."""
        return self.data in ("masked", "made-up")

    def tenant_of(self, workload: str) -> str:
        """Tenant id of a workload; the first tenant when it names none."""
        return self.workloads[workload].tenant or next(iter(self.tenants))

    def domains_for(self, workload: str) -> tuple[str, ...]:
        """Ids of the security domains that a workload may be in: the one it names, else those of its level.

        Of several the ones that suit its exposure; a good region leaves exactly one.
        """
        found = self.workloads[workload]
        if found.domain is not None:
            return (found.domain,)
        able = [key for key, domain in self.domains.items() if found.level in domain.levels]
        public = found.exposure == "public"
        return tuple(key for key in able if self.domains[key].exposed == public) or tuple(able)

    def domain_of(self, workload: str) -> str:
        """Security domain id of a workload."""
        return self.domains_for(workload)[0]

    def centres_of(self, workload: str) -> tuple[str, ...]:
        """Ids of the centres that a workload runs in: those of its pool, or which of them it names."""
        found, offered = self.workloads[workload], self.offered(workload)
        named = {*found.home, *found.standby}
        return tuple(c for c in offered if c in named) if found.home and found.standby else offered

    def offered(self, workload: str) -> tuple[str, ...]:
        """Ids of the centres that a workload can be in: those of its pool, or which of them it names."""
        found = self.workloads[workload]
        centres = self.pools[found.pool].centres
        return tuple(c for c in centres if c in found.centres) or centres

    def system_of(self, workload: str) -> str:
        """Operating system of a workload's instances."""
        found = self.workloads[workload]
        return found.os or self.pools[found.pool].os

    def image(self, pool: str, system: str = "") -> Image:
        """The image that instances of a pool start from; its system is the pool's unless one is named."""
        found = self.pools[pool]
        booted = system or found.os
        return self.images.get(f"{booted}/{found.isa}") or self.images[booted]
