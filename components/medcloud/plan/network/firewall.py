"""Perimeter firewalls: what may cross the border of a network, and a last rule that denies (6.5-b, A.1-c)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from medcloud.plan.addressing import Ground
from medcloud.plan.names import SAFE
from medcloud.plan.network import DIRECTIONS, VERSIONS, Direction, FirewallRule, Flow, Transport, Version
from medcloud.plan.network.flows import ANYWHERE, Calls
from medcloud.standard.decides import decides

Rules = dict[str, dict[str, FirewallRule]]


@dataclass(frozen=True)
class _Crossing:
    """What may pass from one side to a network; many flows come to the same."""

    source: str
    """Key of the caller's network, or ``internet``, ``intranet``, a LAN or a partner."""
    target: str
    """Key of the network called, or a partner."""
    version: Version
    protocol: Transport
    port: int


@decides("6.5-b", "A.1-c")
def firewalls(
    ground: Ground, calls: Calls, flows: tuple[Flow, ...]
) -> Mapping[str, tuple[FirewallRule, ...]]:
    """Rules by network key, each as a pair of subnets and a port; the last ones deny."""
    found: Rules = defaultdict(dict)
    for crossing in dict.fromkeys(x for flow in flows for x in _crossings(ground, flow)):
        sources, targets = (_side(ground, calls, s, crossing) for s in (crossing.source, crossing.target))
        for pair in product(sources, targets):
            if crossing.target in ground.networks:
                _allow(found[crossing.target], "ingress", crossing, pair)
            if crossing.source in ground.networks:
                _allow(found[crossing.source], "egress", crossing, pair)
    return {key: (*found[key].values(), *_denials()) for key in ground.networks}


def _side(ground: Ground, calls: Calls, name: str, crossing: _Crossing) -> tuple[str, ...]:
    """Prefixes of one side: of a network, or of who is outside."""
    net = ground.networks.get(name)
    return net.prefixes(crossing.version) if net else calls.sources(name, crossing.version)


def _crossings(ground: Ground, flow: Flow) -> Iterator[_Crossing]:
    """The borders that a flow crosses, in each address family in which it is served."""
    sources = (
        [flow.source]
        if ground.is_outside(flow.source)
        else [placement.network for placement in ground.placements_of[flow.source]]
    )
    if ground.is_outside(flow.target):
        for source, version in product(sources, VERSIONS):
            yield _Crossing(source, flow.target, version, flow.protocol, flow.port)
        return
    for target in ground.placements_of[flow.target]:
        for source in sources:
            near = source.partition("/")[0] == target.centre
            if source != target.network and (flow.across or near):
                balanced = target.balanced and flow.front != "none"
                for version in ground.vip_versions(target) if balanced else VERSIONS:
                    yield _Crossing(source, target.network, version, flow.protocol, flow.port)


def _allow(
    rules: dict[str, FirewallRule], direction: Direction, crossing: _Crossing, pair: tuple[str, str]
) -> None:
    source, destination = pair
    key = f"{direction}-{crossing.protocol}-{crossing.port}-{source}-{destination}".translate(SAFE)
    known = None if source == ANYWHERE[crossing.version] else source
    rules[key] = FirewallRule(
        key,
        "allow",
        crossing.version,
        crossing.protocol,
        known,
        destination,
        str(crossing.port),
        direction,
    )


def _denials() -> Iterator[FirewallRule]:
    for direction in DIRECTIONS:
        for version in VERSIONS:
            yield FirewallRule(
                f"{direction}-deny-{version}", "deny", version, "any", None, None, None, direction
            )
