"""From a region and its lock to its plan."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from medcloud.model import Region
from medcloud.plan.addressing import Ground
from medcloud.plan.births import births, with_births
from medcloud.plan.centres import centres
from medcloud.plan.compute.workloads import workloads
from medcloud.plan.hosts import IdentityPlan
from medcloud.plan.lock import Lock
from medcloud.plan.names import region_labels
from medcloud.plan.network.flows import Calls, flows
from medcloud.plan.network.outside import outside
from medcloud.plan.network.records import named_in, records
from medcloud.plan.network.unmade import unmade
from medcloud.plan.protection.advice import advice
from medcloud.plan.quota.quotas import quotas
from medcloud.plan.region import RegionPlan
from medcloud.plan.uncollected import uncollected
from medcloud.plan.unique_names import check_names


def derive(region: Region, lock: Lock) -> RegionPlan:
    """The plan of a region; pure. PlanRefused when there is none, LockRefused when the lock lacks numbers."""
    with uncollected():
        plan = _derive(region, lock)
        check_names(plan)
    return plan


def _derive(region: Region, lock: Lock) -> RegionPlan:
    region = with_births(region, lock)
    ground = Ground(region, lock)
    every = flows(region)
    calls = Calls(ground, every)
    about = region.region
    return RegionPlan(
        id=about.id,
        name=about.name,
        owner=about.owner,
        domain=f"{about.domain}.",
        zone_existing=about.zone.existing if about.zone else None,
        centres=centres(ground, calls, every),
        workloads=workloads(ground, calls),
        flows=every,
        records=records(ground),
        named_in=named_in(region),
        labels=region_labels(region),
        identity=IdentityPlan(**dict(region.identity)),
        titles=_titles(region),
        advice=advice(region),
        births=births(region),
        outside=outside(region),
        unmade=unmade(ground, every),
        quotas=tuple(quotas(region)),
    )


def _titles(region: Region) -> Mapping[str, str]:
    named = (
        *((f"tenants.{id_}", tenant.name) for id_, tenant in region.tenants.items()),
        *((f"partners.{id_}", partner.name) for id_, partner in region.partners.items()),
        *((f"centres.{id_}", centre.name) for id_, centre in region.centres.items()),
        *((f"domains.{id_}", domain.name) for id_, domain in region.domains.items()),
        *((f"workloads.{id_}", workload.name) for id_, workload in region.workloads.items()),
    )
    return MappingProxyType({place: name for place, name in named if name})
