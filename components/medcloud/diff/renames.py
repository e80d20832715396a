"""What is only called otherwise is compared under its new identifier: the old plan in the new one's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from medcloud.plan.compute import PlacementPlan, WorkloadPlan
from medcloud.plan.network import DomainPlan
from medcloud.plan.region import CentrePlan, RegionPlan

SECTIONS = ("tenants", "domains", "workloads")


@dataclass(frozen=True)
class Renames:
    """Identifiers before to identifiers after, by kind."""

    tenants: Mapping[str, str]
    domains: Mapping[str, str]
    workloads: Mapping[str, str]

    def tenant(self, id_: str) -> str:
        """A tenant's identifier after the change."""
        return self.tenants.get(id_, id_)

    def domain(self, id_: str) -> str:
        """A security domain's."""
        return self.domains.get(id_, id_)

    def workload(self, id_: str) -> str:
        """A workload's, or ``internet`` or ``intranet``."""
        return self.workloads.get(id_, id_)

    def network(self, key: str) -> str:
        """A network's key, ``centre/tenant/domain``."""
        centre, tenant, domain = key.split("/")
        return f"{centre}/{self.tenant(tenant)}/{self.domain(domain)}"

    def place(self, place: str) -> str:
        """A place in the region file, ``tenants.group``."""
        kind, _, id_ = place.partition(".")
        return f"{kind}.{getattr(self, kind).get(id_, id_)}" if kind in SECTIONS else place


def renames(old: RegionPlan, new: RegionPlan) -> Renames:
    """What was called otherwise: both sides know what a thing was called when it was made."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in SECTIONS}
    before = {f"{place.partition('.')[0]}.{born}": place for place, born in old.births.items()}
    for place, born in new.births.items():
        kind, _, id_ = place.partition(".")
        was = before.get(f"{kind}.{born}", f"{kind}.{born}").partition(".")[2]
        if was != id_:
            found[kind][was] = id_
    return Renames(**found)


def in_new_words(old: RegionPlan, names: Renames) -> RegionPlan:
    """The old plan with the identifiers of the new one."""
    if not any((names.tenants, names.domains, names.workloads)):
        return old
    return replace(
        old,
        centres=tuple(_centre(centre, names) for centre in old.centres),
        workloads=tuple(_workload(workload, names) for workload in old.workloads),
        flows=tuple(
            replace(f, source=names.workload(f.source), target=names.workload(f.target)) for f in old.flows
        ),
        records=tuple(replace(r, workload=names.workload(r.workload)) for r in old.records),
        titles={names.place(place): title for place, title in old.titles.items()},
    )


def _centre(centre: CentrePlan, names: Renames) -> CentrePlan:
    return replace(
        centre,
        domains=tuple(_domain(domain, names) for domain in centre.domains),
        firewall={names.network(key): rules for key, rules in centre.firewall.items()},
        projects={names.tenant(tenant): project for tenant, project in centre.projects.items()},
    )


def _domain(domain: DomainPlan, names: Renames) -> DomainPlan:
    return replace(
        domain,
        key=names.network(domain.key),
        id=names.domain(domain.id),
        tenant=names.tenant(domain.tenant),
    )


def _workload(workload: WorkloadPlan, names: Renames) -> WorkloadPlan:
    return replace(
        workload,
        id=names.workload(workload.id),
        tenant=names.tenant(workload.tenant),
        placements=tuple(_placement(placement, names) for placement in workload.placements),
    )


def _placement(placement: PlacementPlan, names: Renames) -> PlacementPlan:
    return replace(
        placement,
        domain=names.network(placement.domain),
        containers=tuple(replace(c, workload=names.workload(c.workload)) for c in placement.containers),
    )
