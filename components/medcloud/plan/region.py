"""The whole plan of a region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from medcloud.model.topology import Role
from medcloud.plan.compute import PoolPlan, WorkloadPlan
from medcloud.plan.hosts import IdentityPlan
from medcloud.plan.network import (
    DomainPlan,
    FirewallRule,
    Flow,
    LinkPlan,
    OutsidePlan,
    RecordPlan,
    UnmadePlan,
)
from medcloud.plan.protection import Advice, WaivedPlan
from medcloud.plan.quota import QuotaPlan
from medcloud.plan.storage import CapacityPlan, TierPlan


@dataclass(frozen=True, slots=True)
class Location:
    """How a centre is addressed: three separate clouds, or zones of one, look the same from here."""

    cloud: str
    """Entry of clouds.yaml."""
    region: str
    """OpenStack region name."""
    zone: str
    """Availability zone of computes and volumes."""
    admin: str
    """Entry of clouds.yaml with administrator rights, used only for flavors and volume types."""


@dataclass(frozen=True, slots=True)
class CentrePlan:
    """A data centre, or a public or edge location."""

    id: str
    index: int
    """Stable number from the lock."""
    role: Role
    name: str
    site: str
    city: str
    location: Location
    external: str | None
    """Name of the external network; None where there is none."""
    v4: str
    v6: str
    """Prefixes of the whole centre."""
    domains: tuple[DomainPlan, ...]
    pools: tuple[PoolPlan, ...]
    tiers: tuple[TierPlan, ...]
    firewall: Mapping[str, tuple[FirewallRule, ...]]
    """Perimeter rules by domain key."""
    links: tuple[LinkPlan, ...]
    projects: Mapping[str, str]
    """Tenant id to the name of a project that exists; absent: the project of the credentials."""
    labels: Mapping[str, str]
    site_name: str = ""
    """Display name of the site."""
    described: str = ""
    """What people call it, where descriptions in the cloud say so."""
    capacities: tuple[CapacityPlan, ...] = ()
    """How large its storage tiers are, where the region file says so."""


@dataclass(frozen=True, slots=True)
class RegionPlan:
    """What a region file and its lock file come to."""

    id: str
    name: str
    owner: str
    domain: str
    """DNS zone with the final dot."""
    zone_existing: str | None
    """The DNS zone when it exists already."""
    centres: tuple[CentrePlan, ...]
    workloads: tuple[WorkloadPlan, ...]
    flows: tuple[Flow, ...]
    records: tuple[RecordPlan, ...]
    labels: Mapping[str, str]
    identity: IdentityPlan
    titles: Mapping[str, str]
    """What people call tenants, partners, centres, domains and workloads, by place: ``tenants.group``."""
    named_in: tuple[str, ...] = ()
    """Centres in whose clouds the names are kept, one a cloud; the first active one before others."""
    advice: tuple[Advice, ...] = ()
    """What the region file leaves open about recovery."""
    births: Mapping[str, str] = field(default_factory=dict)
    """What renamed things were called when they were made, by place in the region file: ``workloads.his``."""
    outside: tuple[OutsidePlan, ...] = ()
    """Partners and LANs of tenants, in file order."""
    unmade: tuple[UnmadePlan, ...] = ()
    """What its flows need and medcloud does not make."""
    quotas: tuple[QuotaPlan, ...] = ()
    """Of tenants' own projects, by tenant and OpenStack region."""
    waived: tuple[WaivedPlan, ...] = ()
    """What signed waivers beside the region file excuse, in file order."""

    @property
    def clouds(self) -> frozenset[str]:
        """The entries of clouds.yaml that it needs, those of tenants' own projects among them."""
        return frozenset(
            name
            for centre in self.centres
            for name in (centre.location.cloud, centre.location.admin, *centre.projects.values())
        )

    def centre(self, centre_id: str) -> CentrePlan:
        """The centre of that id; KeyError when there is none."""
        return {c.id: c for c in self.centres}[centre_id]
