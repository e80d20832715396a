"""Networks: one a tenant and security domain, in each centre where workloads need it (6.1.3-b, -d; A.1-c)."""

from __future__ import annotations

from medcloud.plan.addressing import Ground, Net
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import described, domain_labels, network_name
from medcloud.plan.network import DomainPlan, SubnetPlan
from medcloud.plan.network.scheme import Network, cloud_pool, gateway
from medcloud.standard.decides import decides


@decides("6.1.3-b", "6.1.3-d", "A.1-c")
def domains(ground: Ground, placed: tuple[Placement, ...]) -> tuple[DomainPlan, ...]:
    """The networks of the placements of one centre."""
    return tuple(_domain(ground, placement) for placement in {s.network: s for s in placed}.values())


def _domain(ground: Ground, placement: Placement) -> DomainPlan:
    region = ground.region
    existing = region.centres[placement.centre].network(placement.tenant, placement.domain)
    return DomainPlan(
        key=placement.network,
        id=placement.domain,
        centre=placement.centre,
        tenant=placement.tenant,
        name=network_name(region, placement.centre, placement.tenant, placement.domain),
        vni=ground.number("vnis", placement.network),
        segments=region.networks.vni.segments,
        subnets=_subnets(ground.networks[placement.network]),
        exposed=region.domains[placement.domain].exposed,
        existing=existing.existing if existing else None,
        labels=domain_labels(region, placement.centre, placement.tenant, placement.domain),
        described=described(region, tenants=placement.tenant, domains=placement.domain),
    )


@decides("B.1-c")
def _subnets(net: Net) -> tuple[SubnetPlan, ...]:
    """A prefix of each family that the network has (B.1-c), then what it grew by."""
    own = tuple(map(_subnet, net.v4))
    second = () if net.v6 is None else (_subnet(net.v6),)
    return *own[:1], *second, *own[1:]


def _subnet(prefix: Network) -> SubnetPlan:
    return SubnetPlan(str(prefix), gateway(prefix), prefix.version, cloud_pool(prefix))
