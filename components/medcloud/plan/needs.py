"""What a region needs numbers for, read from the region."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network

from medcloud.model import Region
from medcloud.plan.compute.placement import Seat, seats
from medcloud.plan.demand import Demand
from medcloud.plan.lock import Lock, allocate_numbers


def allocate(region: Region, lock: Lock | None) -> Lock:
    """The lock of a region: keeps what stands, adds what is new, retires what is gone. Pure.

    PlanRefused when a block is full, or when the file would move what stands.
    """
    return allocate_numbers(demand(region, seats(region)), lock)


def demand(region: Region, placed: tuple[Seat, ...]) -> Demand:
    """Keys in file order."""
    networks = {seat.network: seat for seat in placed}
    return Demand(
        ipv4=region.networks.ipv4,
        ipv6=region.networks.ipv6,
        vni_first=region.networks.vni.first,
        vni_last=region.networks.vni.last,
        centres=tuple(region.centres),
        networks=tuple(networks),
        vips=tuple(seat.key for seat in placed if seat.balanced),
        instances=tuple(f"{seat.key}/{n}" for seat in placed for n in range(seat.instances)),
        overrides=_overrides(region),
        existing=_existing(region, networks.values()),
        reserved=tuple(region.networks.reserved),
    )


def _overrides(region: Region) -> dict[str, IPv4Network | IPv6Network]:
    given = {
        f"{id_}/{version}": prefix
        for id_, centre in region.centres.items()
        for version, prefix in ((4, centre.ipv4), (6, centre.ipv6))
    }
    return {key: prefix for key, prefix in given.items() if prefix is not None}


def _existing(region: Region, used: Iterable[Seat]) -> dict[str, tuple[IPv4Network, IPv6Network | None]]:
    found = {}
    for seat in used:
        network = region.centres[seat.centre].network(seat.tenant, seat.domain)
        if network is not None:
            found[seat.network] = (network.ipv4, network.ipv6)
    return found
