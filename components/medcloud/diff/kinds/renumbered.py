"""Prefixes, network identifiers and addresses of what stays: who wrote them down has to learn new ones."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.diff.change import About, Change, Severity
from medcloud.diff.pair import Pair, Seat
from medcloud.plan.network import DomainPlan
from medcloud.text import Text

Sides = tuple[str, str]
"""Before and after."""


def changes(pair: Pair) -> Iterator[Change]:
    """What keeps its place and not its number."""
    for old, new in pair.kept_centres():
        for field, what in (("v4", "IPv4"), ("v6", "IPv6"), ("index", Text("编号", "index"))):
            before, after, word = str(getattr(old, field)), str(getattr(new, field)), Text.of(what)
            if before != after:
                said = pair.place(new.id)
                text = Text(f"中心 {said} 的 {word.zh} 改变", f"centre {said} has another {word.en} block")
                if field == "index":
                    text = Text(f"中心 {said} 的编号改变", f"centre {said} has another index")
                id_ = f"renumbered:centres.{new.id}.{field}"
                yield Change("renumbered", "high", id_, text, About(centre=new.id), before, after)
    for before_net, after_net in pair.kept_domains():
        yield from _network(pair, before_net, after_net)
    for seat in pair.seats():
        yield from _addresses(pair, seat)


def _network(pair: Pair, old: DomainPlan, new: DomainPlan) -> Iterator[Change]:
    said = f"{pair.name('tenants', new.tenant)} / {pair.name('domains', new.id)}"
    where = pair.place(new.centre)
    if old.vni != new.vni:
        text = Text(
            f"{where} 的网络 {said} 的 VNI 改变，交换机须同步",
            f"network {said} in {where} has another VNI; switches have to follow",
        )
        yield _of(new, "vni", "high", text, (str(old.vni), str(new.vni)))
    before, after = ([s.cidr for s in network.subnets] for network in (old, new))
    if before != after:
        grows = before == after[: len(before)]
        text = Text(
            f"{where} 的网络 {said} {'增加网段' if grows else '的网段改变'}",
            f"network {said} in {where} {'gets another prefix' if grows else 'has other prefixes'}",
        )
        severity: Severity = "low" if grows else "high"
        yield _of(new, "subnets", severity, text, (", ".join(before), ", ".join(after)))
    edges = [
        {s.cidr: (s.gateway, s.pool) for s in n.subnets if s.cidr in before and s.cidr in after}
        for n in (old, new)
    ]
    if edges[0] != edges[1]:
        text = Text(
            f"{where} 的网络 {said} 的网关或云自用地址改变",
            f"network {said} in {where} has another gateway, or other addresses for the cloud itself",
        )
        told = [", ".join(f"{gateway} {pool}" for gateway, pool in edge.values()) for edge in edges]
        yield _of(new, "gateways", "high", text, (told[0], told[1]))


def _of(network: DomainPlan, what: str, severity: Severity, text: Text, sides: Sides) -> Change:
    id_, about = f"renumbered:networks.{network.key}.{what}", About("", network.tenant, network.centre)
    item = "6.1.3-d" if what == "vni" else ""
    return Change("renumbered", severity, id_, text, about, *sides, item)


def _addresses(pair: Pair, seat: Seat) -> Iterator[Change]:
    """One change for all servers of a workload in a centre, and one for its balancer."""
    after = {i.index: (i.v4, i.v6) for i in seat.new.instances}
    pairs = [((i.v4, i.v6), after[i.index]) for i in seat.old.instances if i.index in after]
    moved = [(old, new) for old, new in pairs if old != new]
    said = pair.workload(seat.workload)
    if moved:
        text = Text(
            f"{said} 在 {seat.where} 的 {len(moved)} 台服务器换地址",
            f"{len(moved)} servers of {said} in {seat.where} get other addresses",
        )
        told = [
            ", ".join(filter(None, (a for each in side for a in each))) for side in zip(*moved, strict=True)
        ]
        id_ = f"renumbered:servers.{seat.key}"
        yield Change("renumbered", "high", id_, text, seat.about, *told)
    old_vip, new_vip = (p.balancer.v4 if p.balancer else "" for p in (seat.old, seat.new))
    if old_vip and new_vip and old_vip != new_vip:
        text = Text(
            f"{said} 在 {seat.where} 的服务地址（负载均衡）改变，负载均衡重建",
            f"the address at which {said} is served in {seat.where} changes; its balancer is made anew",
        )
        id_ = f"renumbered:balancers.{seat.key}"
        yield Change("renumbered", "high", id_, text, seat.about, old_vip, new_vip)
