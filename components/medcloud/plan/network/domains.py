"""Networks: one a tenant and security domain, in each centre where workloads need it (6.1.3-b, -d; A.1-c)."""

from __future__ import annotations

from medcloud.plan.addressing import Ground, Net
from medcloud.plan.compute.placement import Seat
from medcloud.plan.names import domain_labels, name
from medcloud.plan.network import DomainPlan, SubnetPlan
from medcloud.plan.network.scheme import Network, host_v4, host_v6
from medcloud.standard.decides import decides

_POOL_V6 = 0x8000
"""Hosts from here to twice as many, in a v6 prefix, are the cloud's own."""


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
    first, *further = (_v4(net, part, prefix) for part, prefix in enumerate(net.v4))
    second = () if net.v6 is None else (_v6(net.v6),)
    return first, *second, *further


def _v4(net: Net, part: int, prefix: Network) -> SubnetPlan:
    own = net.cloud(part)
    pool = host_v4(own, 0), host_v4(own, own.num_addresses - 2)
    return SubnetPlan(str(prefix), host_v4(prefix, 1), 4, pool)


def _v6(prefix: Network) -> SubnetPlan:
    pool = host_v6(prefix, 0, _POOL_V6), host_v6(prefix, 0, 2 * _POOL_V6 - 1)
    return SubnetPlan(str(prefix), host_v6(prefix, 0, 1), 6, pool)
