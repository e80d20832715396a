"""Security groups: a workload's instances meet their callers and those they call, nothing else (7.2.2-c)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TypedDict

from medcloud.plan.addressing import Front, Ground
from medcloud.plan.births import birth_of_side
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import SAFE
from medcloud.plan.network import Direction, Flow, RulePlan, Transport, Treatment, Version
from medcloud.plan.network.flows import Calls
from medcloud.standard.decides import decides

_HOUSE: tuple[tuple[Transport, int, str], ...] = (
    ("udp", 53, "names"),
    ("tcp", 53, "names"),
    ("udp", 123, "time"),
)
"""What every instance asks of its gateway."""
_HOST = {4: 32, 6: 128}


@decides("7.2.2-c")
def rules(ground: Ground, calls: Calls, placement: Placement) -> tuple[RulePlan, ...]:
    """The rules of a workload's security group in one centre; no two say the same."""
    found: dict[str, RulePlan] = {}
    for rule in (
        *_ingress(ground, calls, placement),
        *_egress(ground, calls, placement),
        *_house(ground, placement),
    ):
        known = found.setdefault(rule.key, rule)
        if known.data != rule.data:  # what passes by one rule is treated only if all of it is
            found[rule.key] = replace(known, data=None)
    return tuple(found.values())


def _ingress(ground: Ground, calls: Calls, placement: Placement) -> Iterator[RulePlan]:
    """From the balancer's own ports where it takes a port, for calls and health checks; else from callers."""
    served = ground.region.workloads[placement.workload].served
    taken = {port.port for port in served if placement.balanced and port.front != "none"}
    net = ground.networks[placement.network]
    for port in served:
        if port.port in taken:
            part, _ = net.layout.vip(ground.number("vips", placement.key))
            reason = (
                f"balancer of {birth_of_side(ground.region, placement.workload)}, calls and health checks"
            )
            service = (port.transport, port.port)
            for version in ground.vip_versions(placement):
                remote = str(net.cloud(part, version))
                yield _rule("ingress", version, service, remote=remote, reason=reason)
    for flow in calls.into[placement.workload]:
        if flow.port in taken and not flow.among_members:
            continue
        for version in net.versions:
            for source in calls.callers(flow, placement.centre, version):
                service = (flow.protocol, flow.port)
                yield _rule("ingress", version, service, remote=source, **_about(ground, flow))


def _egress(ground: Ground, calls: Calls, placement: Placement) -> Iterator[RulePlan]:
    versions = ground.networks[placement.network].versions
    for flow in calls.out_of[placement.workload]:
        if ground.is_outside(flow.target):
            for version in versions:
                for remote in calls.sources(flow.target, version):
                    service = (flow.protocol, flow.port)
                    yield _rule("egress", version, service, remote=remote, **_about(ground, flow))
            continue
        for target in ground.placements_of[flow.target]:
            if not flow.across and target.centre != placement.centre:
                continue
            for version in versions:
                for remote in _hosts(ground.front_of(target, flow), version):
                    service = (flow.protocol, flow.port)
                    yield _rule("egress", version, service, remote=remote, **_about(ground, flow))


def _hosts(front: Front, version: Version) -> Iterator[str]:
    addresses = front.v4 if version == 4 else front.v6
    return (f"{address}/{_HOST[version]}" for address in addresses)


class _About(TypedDict):
    """What a rule says of its flow."""

    reason: str
    data: Treatment | None


def _about(ground: Ground, flow: Flow) -> _About:
    # A rule with another text would be made anew, so it keeps what a renamed workload was called.
    source, target = (birth_of_side(ground.region, side) for side in (flow.source, flow.target))
    said = f"members of {target} reach each other" if flow.among_members else f"{source} calls {target}"
    return {"reason": said, "data": flow.data}


def _house(ground: Ground, placement: Placement) -> Iterator[RulePlan]:
    """Name and time service at the gateways of the subnets that the instances sit in."""
    net = ground.networks[placement.network]
    keys = (f"{placement.key}/{n}" for n in range(placement.instances))
    parts = sorted({net.layout.instance(ground.number("instances", key))[0] for key in keys})
    v4, v6 = net.gateways
    gateways: list[tuple[Version, str]] = [(4, v4[part]) for part in parts if v4] + (
        [] if v6 is None else [(6, v6)]
    )
    for version, gateway in gateways:
        yield from _house_of(version, gateway)


@lru_cache(maxsize=4096)  # one network's workloads share them
def _house_of(version: Version, gateway: str) -> tuple[RulePlan, ...]:
    remote = f"{gateway}/{_HOST[version]}"
    return tuple(
        _rule("egress", version, (protocol, port), remote=remote, reason=what)
        for protocol, port, what in _HOUSE
    )


def _rule(
    direction: Direction,
    version: Version,
    service: tuple[Transport, int],
    *,
    remote: str,
    reason: str,
    data: Treatment | None = None,
) -> RulePlan:
    protocol, port = service
    key = f"{direction}-{protocol}-{port}-{remote}".translate(SAFE)
    return RulePlan(key, direction, version, protocol, port, port, remote, reason, data)
