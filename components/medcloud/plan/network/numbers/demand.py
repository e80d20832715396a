"""What the networks of a region need numbers for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network

from medcloud.model import Region
from medcloud.model.institutions import prefixes_outside
from medcloud.plan.compute.placement import Placement


@dataclass(frozen=True)
class Demand:
    """Keys in the order in which they are served, and the limits of the numbers."""

    ipv4: IPv4Network
    ipv6: IPv6Network
    vni_first: int
    vni_last: int
    centres: tuple[str, ...]
    networks: tuple[str, ...]
    """``centre/tenant/domain``."""
    vips: tuple[str, ...]
    """``centre/tenant/domain/workload``."""
    instances: tuple[str, ...]
    """``centre/tenant/domain/workload/n``."""
    overrides: Mapping[str, IPv4Network | IPv6Network] = field(default_factory=dict)
    """``centre/4`` or ``centre/6`` to the prefix that the region file gives a centre."""
    small: Mapping[str, int] = field(default_factory=dict)
    """Centres that say how long a prefix they need, with its IPv4 length."""
    existing: Mapping[str, tuple[IPv4Network, IPv6Network | None]] = field(default_factory=dict)
    """Networks that exist, with their prefixes; one may have no IPv6."""
    reserved: tuple[IPv4Network | IPv6Network, ...] = ()
    """Prefixes to stay clear of."""


def demand(region: Region, placed: tuple[Placement, ...]) -> Demand:
    """Keys in file order."""
    networks = {placement.network: placement for placement in placed}
    return Demand(
        ipv4=region.networks.ipv4,
        ipv6=region.networks.ipv6,
        vni_first=region.networks.vni.first,
        vni_last=region.networks.vni.last,
        centres=tuple(region.centres),
        networks=tuple(networks),
        vips=tuple(placement.key for placement in placed if placement.balanced),
        instances=tuple(f"{placement.key}/{n}" for placement in placed for n in range(placement.instances)),
        overrides=_overrides(region),
        small={id_: c.prefix_length for id_, c in region.centres.items() if c.prefix_length and not c.ipv4},
        existing=_existing(region, networks.values()),
        reserved=(*region.networks.elsewhere, *(prefix for _, prefix in prefixes_outside(region))),
    )


def _overrides(region: Region) -> dict[str, IPv4Network | IPv6Network]:
    given = {
        f"{id_}/{version}": prefix
        for id_, centre in region.centres.items()
        for version, prefix in ((4, centre.ipv4), (6, centre.ipv6))
    }
    return {key: prefix for key, prefix in given.items() if prefix is not None}


def _existing(region: Region, used: Iterable[Placement]) -> dict[str, tuple[IPv4Network, IPv6Network | None]]:
    found = {}
    for placement in used:
        network = region.centres[placement.centre].network(placement.tenant, placement.domain)
        if network is not None:
            found[placement.network] = (network.ipv4, network.ipv6)
    return found
