"""Who talks has an address family in common: a tenant of IPv6 alone meets no IPv4 (B.1-c)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from medcloud.model import Region
from medcloud.model.families import of_balancer, of_network
from medcloud.model.lan import INTRANET, Lan, lans, tenant_of_lan
from medcloud.model.partner import Partner
from medcloud.plan.compute.placement import Placement, placements
from medcloud.plan.lock import Lock
from medcloud.plan.network import Flow
from medcloud.plan.network.flows import flows
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


class _Other(NamedTuple):
    """Who has no IPv6 where it is needed, and where that is mended."""

    id: str
    remedy: Text


@decides("B.1-c")
def families(region: Region, lock: Lock) -> Iterator[Problem]:
    """Tenants of IPv6 alone with a flow to or from what has IPv4 alone; each pair is named once."""
    del lock
    alone = {key for key, tenant in region.tenants.items() if tenant.ip == "v6"}
    placed: dict[str, list[Placement]] = {key: [] for key in region.workloads}
    for placement in placements(region):
        placed[placement.workload].append(placement)
    said: set[tuple[str, str]] = set()
    for flow in flows(region) if alone else ():
        for tenant, other in _apart(region, flow, placed):
            if tenant in alone and (tenant, other.id) not in said:
                said.add((tenant, other.id))
                yield Problem(
                    ("tenants", tenant, "ip"),
                    Text(
                        f"{tenant} 只有 IPv6，而 {flow.source} → {flow.target} 的另一端 {other.id} 没有 IPv6",
                        f"{tenant} has IPv6 alone, and {other.id} at the other end of "
                        f"{flow.source} → {flow.target} has none",
                    ),
                    Text(f"{other.remedy.zh}，或删去 ip: v6", f"{other.remedy.en}, or leave ip: v6 out"),
                    "B.1-c",
                )


@decides("B.1-c")
def public_addresses(region: Region, lock: Lock) -> Iterator[Problem]:
    """Workloads that face the public in a tenant of IPv6 alone: floating addresses are IPv4."""
    del lock
    for key, workload in region.running.items():
        tenant = region.tenant_of(key)
        if workload.exposure == "public" and region.tenants[tenant].ip == "v6":
            yield Problem(
                ("workloads", key, "exposure"),
                Text(
                    f"{key} 以浮动地址（只有 IPv4）对外，而 {tenant} 只有 IPv6",
                    f"{key} faces the public by a floating address (IPv4), and {tenant} has IPv6 alone",
                ),
                Text(
                    f"把 {key} 放到另一租户，或删去 tenants.{tenant}.ip",
                    f"give {key} to another tenant, or leave tenants.{tenant}.ip out",
                ),
                "B.1-c",
            )


@decides("B.1-c")
def adopted_networks(region: Region, lock: Lock) -> Iterator[Problem]:
    """Networks that exist and have another family than their tenant asks for."""
    del lock
    said: set[Loc] = set()
    for placement in placements(region):
        centre, wanted = region.centres[placement.centre], region.tenants[placement.tenant].ip
        found = centre.network(placement.tenant, placement.domain)
        by_tenant = f"{placement.tenant}/{placement.domain}"
        name = by_tenant if by_tenant in centre.networks else placement.domain
        loc: Loc = ("centres", placement.centre, "networks", name)
        public = region.workloads[placement.workload].exposure == "public"
        lacks = wanted == "both" and placement.balanced and not public and found and not found.ipv6
        if found is None or loc in said or not (wanted == "v6" or lacks):
            continue
        said.add(loc)
        if lacks:
            yield Problem(
                loc,
                Text(
                    f"{placement.tenant} 的负载均衡要有 IPv6（ip: both），而该已有网络没有",
                    f"balancers of {placement.tenant} are to have IPv6 (ip: both), and this network has none",
                ),
                Text(
                    f"写该网络的 ipv6，或删去 tenants.{placement.tenant}.ip",
                    f"write ipv6 of the network, or leave tenants.{placement.tenant}.ip out",
                ),
                "B.1-c",
            )
            continue
        yield Problem(
            loc,
            Text(
                f"{placement.tenant} 只要 IPv6，而已有网络照原样使用，有 IPv4",
                f"{placement.tenant} is to have IPv6 alone, and a network that exists is used with its IPv4",
            ),
            Text(
                f"让 medcloud 新建该网络，或删去 tenants.{placement.tenant}.ip",
                f"let medcloud make the network, or leave tenants.{placement.tenant}.ip out",
            ),
        )


def _apart(region: Region, flow: Flow, placed: dict[str, list[Placement]]) -> Iterator[tuple[str, _Other]]:
    """Tenants with a side of a flow, each with the other side where no family is common."""
    sources, targets = placed.get(flow.source), placed.get(flow.target)
    if sources is None or targets is None:
        own, outside = (targets, flow.source) if sources is None else (sources, flow.target)
        if own and 6 not in _of_outside(region, outside):
            yield own[0].tenant, _outsider(region, outside)
        return
    for source in sources:
        for target in targets:
            if not flow.across and source.centre != target.centre:
                continue
            here, there = _net(region, source), _called(region, flow, target)
            if not set(here) & set(there):
                six, other = (source, target) if here == (6,) else (target, source)
                yield six.tenant, _inside(other, balanced=other is target and there != _net(region, target))


def _net(region: Region, placement: Placement) -> tuple[int, ...]:
    return of_network(region, placement.centre, placement.tenant, placement.domain)


def _called(region: Region, flow: Flow, placement: Placement) -> tuple[int, ...]:
    if placement.balanced and flow.front != "none":
        return of_balancer(region, placement.centre, placement.workload)
    return _net(region, placement)


def _inside(placement: Placement, *, balanced: bool) -> _Other:
    field = f"tenants.{placement.tenant}.ip: both"
    if not balanced:
        network = f"centres.{placement.centre}.networks"
        return _Other(
            placement.workload,
            Text(f"在 {network} 写该网络的 ipv6", f"write the ipv6 of its network under {network}"),
        )
    return _Other(placement.workload, Text(f"写 {field}", f"write {field}"))


def _of_outside(region: Region, id_: str) -> set[int]:
    if id_ == INTRANET:
        return {net.version for net in region.networks.staff}
    known: dict[str, Partner | Lan] = {**region.partners, **lans(region)}
    return {net.version for net in known[id_].prefixes} if id_ in known else {6}  # public_addresses() says


def _outsider(region: Region, id_: str) -> _Other:
    where = f"partners.{id_}.prefixes"
    if id_ == INTRANET:
        where = "networks.intranet"
    elif tenant := tenant_of_lan(id_):
        where = f"tenants.{tenant}.lan.prefixes"
    return _Other(id_, Text(f"在 {where} 写其 IPv6 网段", f"write its IPv6 prefixes under {where}"))
