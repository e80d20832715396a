"""What others need of a region that is up: addresses, endpoints, and the hosts of the inventory.

Addresses come from the plan, which fixed them; only a floating one is the cloud's to give.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypedDict

import pulumi
from typing_extensions import NotRequired

from medcloud.plan.compute import PlacementPlan
from medcloud.plan.hosts.rows import host_rows
from medcloud.plan.network import LinkPlan
from medcloud.plan.region import RegionPlan

Floating = Mapping[str, pulumi.Output[str] | None]
"""Floating addresses by some name; None where there is none."""
Addresses = dict[str, dict[str, list[str]]]
"""v4 and v6 addresses of servers, by workload and centre."""


class Endpoint(TypedDict):
    """Where a workload is reached in one centre."""

    url: str
    """``https://`` or ``tls://``, the virtual address and the first port."""
    address: str
    """The virtual address, v4; of a network of IPv6 alone, v6."""
    address6: NotRequired[str]
    """The virtual address in IPv6, where there is one beside it."""
    floating: NotRequired[pulumi.Input[str]]
    """The address from outside, where it has one."""
    tls: list[str]
    """Versions that its balancer speaks, as octavia names them."""


Endpoints = dict[str, dict[str, Endpoint]]
"""By workload and centre; a workload without a balancer has none."""


class VpnSheet(TypedDict):
    """What an institution sets its end of a VPN to."""

    gateway: pulumi.Input[str]
    """Outside address of this end."""
    key: pulumi.Input[str]
    """Pre-shared key; a secret."""
    ours: list[str]
    """Prefixes behind this end."""
    theirs: list[str]
    """Prefixes behind theirs."""
    ike: str
    """IKEv2: cipher, hash and group."""
    esp: str
    """Tunnel: cipher, hash and group of forward secrecy."""
    lifetime_seconds: int


VpnSheets = dict[str, list[VpnSheet]]
"""By partner or ``lan:tenant``."""


def vpn_sheet(link: LinkPlan, gateway: pulumi.Input[str], key: pulumi.Output[str]) -> VpnSheet:
    """What the institution at the other end of a link is told."""
    return {
        "gateway": gateway,
        "key": pulumi.Output.secret(key),
        "ours": list(link.local_cidrs),
        "theirs": list(link.peer_cidrs),
        "ike": f"{link.ike_encryption} {link.ike_integrity} {link.group}",
        "esp": f"{link.esp_encryption} {link.esp_integrity} {link.group}",
        "lifetime_seconds": link.lifetime_seconds,
    }


def addresses(plan: RegionPlan) -> Addresses:
    """v4 and v6 addresses of servers, by workload and centre."""
    return {
        workload.id: {
            placement.centre: [a for i in placement.instances for a in ((i.v4, i.v6) if i.v4 else (i.v6,))]
            for placement in workload.placements
        }
        for workload in plan.workloads
    }


def endpoints(plan: RegionPlan, floating: Floating) -> Endpoints:
    """Where each workload is reached, by workload and centre: URL, virtual and floating address."""
    found: Endpoints = {}
    for workload in plan.workloads:
        for placement in workload.placements:
            if balancer := placement.balancer:
                endpoint: Endpoint = {
                    "url": f"{balancer.protocol}://{balancer.at}",
                    "address": balancer.v4 or balancer.v6,
                    "tls": list(balancer.tls_versions),
                }
                if balancer.v4 and balancer.v6:
                    endpoint["address6"] = balancer.v6
                if (outer := floating.get(placement.name)) is not None:
                    endpoint["floating"] = outer
                found.setdefault(workload.id, {})[placement.centre] = endpoint
    return found


def hosts(plan: RegionPlan) -> list[Any]:
    """One row a server, for the host inventory; what a row leaves empty is left out."""
    return [_plain(row) for row in host_rows(plan)]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(item) for name, item in named if item not in (None, "", ())}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def outside(plan: RegionPlan, floating: Floating) -> Floating:
    """Floating addresses by the virtual address that they lead to."""
    return {
        placement.balancer.v4: floating.get(placement.name)
        for workload in plan.workloads
        for placement in workload.placements
        if placement.balancer
    }


def placements(plan: RegionPlan, centre: str) -> Iterator[PlacementPlan]:
    """The workloads' parts in one centre."""
    for workload in plan.workloads:
        yield from (placement for placement in workload.placements if placement.centre == centre)
