"""Perimeter firewalls: what may cross the border of a network, and a last rule that denies (6.5-b, A.1-c)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from medcloud.model import OUTSIDE
from medcloud.plan.flows import ANYWHERE, Calls
from medcloud.plan.ground import Ground
from medcloud.plan.names import SAFE
from medcloud.plan.placement import Seat
from medcloud.plan.shapes import FirewallRule, Flow

Rules = dict[str, dict[str, FirewallRule]]


def firewalls(
    ground: Ground, calls: Calls, flows: tuple[Flow, ...]
) -> Mapping[str, tuple[FirewallRule, ...]]:
    """Rules by network key, each as a pair of subnets and a port; the last ones deny."""
    found: Rules = defaultdict(dict)
    for flow in flows:
        for target in ground.seats_of[flow.target]:
            _into(ground, calls, found, flow, target)
    return {key: (*found[key].values(), *_denials()) for key in ground.networks}


def _into(ground: Ground, calls: Calls, found: Rules, flow: Flow, target: Seat) -> None:
    """Both borders that a flow crosses, in either family in which it is served."""
    for version in (4, 6) if not target.balanced else (4,):
        destinations = ground.networks[target.network].prefixes(version)
        if flow.source in OUTSIDE:
            for pair in product(calls.sources(flow.source, version), destinations):
                _allow(found[target.network], "ingress", version, pair=pair, port=flow.port)
            continue
        for caller in ground.seats_of[flow.source]:
            if caller.network == target.network:
                continue
            for pair in product(ground.networks[caller.network].prefixes(version), destinations):
                _allow(found[target.network], "ingress", version, pair=pair, port=flow.port)
                _allow(found[caller.network], "egress", version, pair=pair, port=flow.port)


def _allow(
    rules: dict[str, FirewallRule], direction: str, version: int, *, pair: tuple[str, str], port: int
) -> None:
    source, destination = pair
    key = f"{direction}-tcp-{port}-{source}-{destination}".translate(SAFE)
    if key not in rules:
        known = None if source == ANYWHERE[version] else source
        rules[key] = FirewallRule(key, "allow", version, "tcp", known, destination, str(port), direction)


def _denials() -> Iterator[FirewallRule]:
    for direction in ("ingress", "egress"):
        for version in (4, 6):
            yield FirewallRule(
                f"{direction}-deny-{version}", "deny", version, "any", None, None, None, direction
            )
