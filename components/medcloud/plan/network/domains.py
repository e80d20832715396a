"""Networks: one a tenant and security domain, in each centre where workloads need it (6.1.3-b, -d; A.1-c)."""

from __future__ import annotations

from medcloud.plan.addressing import Ground, Net
from medcloud.plan.compute.placement import Seat
from medcloud.plan.names import domain_labels, name
from medcloud.plan.network import DomainPlan, SubnetPlan
from medcloud.plan.network.scheme import Network, cloud_pool, gateway
from medcloud.standard.decides import decides


@decides("6.1.3-b", "6.1.3-d", "A.1-c")
def domains(ground: Ground, placed: tuple[Seat, ...]) -> tuple[DomainPlan, ...]:
    """The networks of the seats of one centre."""
    return tuple(_domain(ground, seat) for seat in {s.network: s for s in placed}.values())


def _domain(ground: Ground, seat: Seat) -> DomainPlan:
    region = ground.region
    existing = region.centres[seat.centre].network(seat.tenant, seat.domain)
    return DomainPlan(
        key=seat.network,
        id=seat.domain,
        centre=seat.centre,
        tenant=seat.tenant,
        name=name(region, seat.centre, seat.tenant, seat.domain),
        vni=ground.number("vnis", seat.network),
        segments=region.networks.vni.segments,
        subnets=_subnets(ground.networks[seat.network]),
        exposed=region.domains[seat.domain].exposed,
        existing=existing.existing if existing else None,
        labels=domain_labels(region, seat.centre, seat.tenant, seat.domain),
    )


@decides("B.1-c")
def _subnets(net: Net) -> tuple[SubnetPlan, ...]:
    """A prefix of each family, where the network has both (B.1-c), then what it grew by."""
    first, *further = map(_subnet, net.v4)
    second = () if net.v6 is None else (_subnet(net.v6),)
    return first, *second, *further


def _subnet(prefix: Network) -> SubnetPlan:
    return SubnetPlan(str(prefix), gateway(prefix), prefix.version, cloud_pool(prefix))
