"""Which way a flow has through registered resources: groups, balancers, firewalls, routers, VPNs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from ipaddress import ip_address, ip_network
from itertools import product
from typing import Any

from medcloud.plan.compute import PlacementPlan
from medcloud.plan.network import Flow
from medcloud.plan.region import RegionPlan
from tests.cloud.recorder import Deployment, Made

_HOST = {4: "0.0.0.0/0", 6: "::/0"}


def lost(plan: RegionPlan, made: Deployment) -> list[str]:
    """Flows of a plan that no registered resources carry, and that the plan does not say are not made."""
    ways = _Ways(plan, made)
    return [found for flow in plan.flows for found in ways.lost(flow)]


class _Ways:
    def __init__(self, plan: RegionPlan, made: Deployment) -> None:
        self._plan = plan
        self._placed = {w.id: w.placements for w in plan.workloads}
        self._said = {frozenset((u.network, u.other)) for u in plan.unmade}
        self._outside = {o.id: o for o in plan.outside}
        self._rules: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for rule in made.of("SecGroupRule"):
            self._rules[rule.inputs["securityGroupId"]].append(rule.inputs)
        self._groups = {
            fixed["ipAddress"]: port.inputs["securityGroupIds"]
            for port in made.of("Port")
            for fixed in port.inputs.get("fixedIps", [])
        }
        balancers = {f"{b.name}-id": b.inputs["vipAddress"] for b in _of(made, "LoadBalancer")}
        self._listeners = {
            (balancers[each.inputs["loadbalancerId"]], each.inputs["protocolPort"]): each.inputs[
                "allowedCidrs"
            ]
            for each in made.of("Listener")
        }
        subnets = {f"{s.name}-id": s.inputs["cidr"] for s in made.of("Subnet")}
        self._routers: dict[str, str] = {
            subnets[each.inputs["subnetId"]]: each.inputs["routerId"] for each in made.of("RouterInterface")
        }
        self._gates = {f"{r.name}-id" for r in made.of("Router") if r.inputs.get("externalNetworkId")}
        services = {f"{s.name}-id": s.inputs["routerId"] for s in made.of("Service")}
        ends = {f"{g.name}-id": g.inputs["endpoints"] for g in made.of("EndpointGroup")}
        self._tunnels = [
            (
                services[c.inputs["vpnserviceId"]],
                c.inputs["peerAddress"],
                [subnets[id_] for id_ in ends[c.inputs["localEpGroupId"]]],
                ends[c.inputs["peerEpGroupId"]],
            )
            for c in made.of("SiteConnection")
        ]
        policies = {f"{p.name}-id": p.inputs["rules"] for p in made.of("PolicyV2")}
        walls = {f"{r.name}-id": r.inputs for r in made.of("RuleV2")}
        self._walls = {
            (group.name.removesuffix("-fw"), direction): [
                walls[id_] for id_ in policies[group.inputs[f"{direction}FirewallPolicyId"]]
            ]
            for group in made.of("GroupV2")
            for direction in ("ingress", "egress")
        }
        self._nets = {d.key: d for c in plan.centres for d in c.domains}

    def lost(self, flow: Flow) -> Iterator[str]:
        """What stops a flow: a line a pair of places."""
        sources, targets = self._placed.get(flow.source), self._placed.get(flow.target)
        for source, target in product(sources or (None,), targets or (None,)):
            if source and target and source.centre != target.centre and not flow.across:
                continue
            for version in (4, 6):
                pairs = product(self._from(flow, source, version), self._to(flow, target, version))
                for a, b in pairs:
                    if flow.source == flow.target and a == b:
                        continue
                    if why := self._stops(flow, source, target, a, b):
                        yield f"{flow.source} → {flow.target} {flow.protocol}/{flow.port} {a} → {b}: {why}"

    def _from(self, flow: Flow, placed: PlacementPlan | None, version: int) -> Iterable[str]:
        if placed is None:
            return self._prefixes(flow.source, version)
        return _addresses(placed, version)

    def _to(self, flow: Flow, placed: PlacementPlan | None, version: int) -> Iterable[str]:
        if placed is None:
            return self._prefixes(flow.target, version)
        if placed.balancer and flow.front != "none":
            return [vip for vip in placed.balancer.vips if (":" in vip) == (version == 6)]
        return _addresses(placed, version)

    def _prefixes(self, id_: str, version: int) -> list[str]:
        if id_ in self._outside:
            return [p for p in self._outside[id_].prefixes if ip_network(p).version == version]
        return [_HOST[version]] if id_ == "internet" else []  # who the intranet is, the plan does not say

    def _stops(
        self, flow: Flow, source: PlacementPlan | None, target: PlacementPlan | None, a: str, b: str
    ) -> str:
        port = (flow.protocol, flow.port)
        if source and not self._group("egress", a, b, port):
            return "no rule lets it out"
        if target and not self._let_in(a, b, port):
            return "no rule lets it in"
        here, there = source.domain if source else flow.source, target.domain if target else flow.target
        if here == there or frozenset((here, there)) in self._said:
            return ""
        for key, direction in ((here, "egress"), (there, "ingress")):
            if (
                key in self._nets
                and not self._nets[key].existing
                and not self._wall(key, direction, a, b, port)
            ):
                return f"no firewall rule at {key}"
        return "" if self._routed(flow, here, there, a, b) else "no way"

    def _group(self, direction: str, own: str, other: str, port: tuple[str, int]) -> bool:
        return any(
            rule["direction"] == direction
            and rule["protocol"] == port[0]
            and rule["portRangeMin"] <= port[1] <= rule["portRangeMax"]
            and _within(other, rule["remoteIpPrefix"])
            for group in self._groups[own]
            for rule in self._rules[group]
        )

    def _let_in(self, a: str, b: str, port: tuple[str, int]) -> bool:
        if b in self._groups:
            return self._group("ingress", b, a, port)
        return any(_within(a, cidr) for cidr in self._listeners[b, port[1]])

    def _wall(self, key: str, direction: str, a: str, b: str, port: tuple[str, int]) -> bool:
        return any(
            rule["action"] == "allow"
            and rule["protocol"] == port[0]
            and rule["destinationPort"] == str(port[1])
            and _within(a, rule.get("sourceIpAddress") or _HOST[rule["ipVersion"]])
            and _within(b, rule.get("destinationIpAddress") or _HOST[rule["ipVersion"]])
            for rule in self._walls[self._nets[key].name, direction]
        )

    def _routed(self, flow: Flow, here: str, there: str, a: str, b: str) -> bool:
        for outside, inside, own in ((flow.source, there, b), (flow.target, here, a)):
            if inside in self._nets and outside not in self._placed:
                router = self._router(inside, own)
                known = self._outside.get(outside)
                if known and known.by == "vpn":
                    return self._tunnel(router, own, a if own == b else b, known.gateway)
                return router in self._gates
        one, other = self._router(here, a), self._router(there, b)
        return one == other or (self._tunnel(one, a, b) and self._tunnel(other, b, a))

    def _router(self, key: str, address: str) -> str:
        """Id of the router; the network's own key where none of ours routes it."""
        subnet = next(s.cidr for s in self._nets[key].subnets if _within(address, s.cidr))
        return self._routers.get(subnet, key)

    def _tunnel(self, router: str, own: str, other: str, gateway: str | None = None) -> bool:
        return any(
            at == router
            and gateway in (None, address)
            and any(_within(own, cidr) for cidr in local)
            and any(_within(other, cidr) for cidr in peer)
            for at, address, local, peer in self._tunnels
        )


def _of(made: Deployment, kind: str) -> list[Made]:
    """Resources of a kind, and no components."""
    return [each for each in made.of(kind) if each.type.startswith("openstack:")]


def _addresses(placed: PlacementPlan, version: int) -> list[str]:
    found = [i.v4 if version == 4 else i.v6 for i in placed.instances]
    return [address for address in found if address]


def _within(inner: str, outer: str) -> bool:
    wide = ip_network(outer)
    if "/" in inner:
        net = ip_network(inner)
        return net.version == wide.version and net.subnet_of(wide)  # type: ignore[arg-type]  # same version
    return ip_address(inner) in wide
