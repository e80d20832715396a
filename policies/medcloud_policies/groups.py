"""The rules of a security group taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from medcloud_policies import exposure, net
from medcloud_policies.resource import Resource, Stack

GROUP = "openstack:networking/secGroup:SecGroup"
RULE = "openstack:networking/secGroupRule:SecGroupRule"


def of(stack: Stack, rule: Resource) -> str:
    """The group a rule belongs to: the urn of one of this stack, else its id."""
    return stack.key(rule, "securityGroupId", GROUP)


def opened(stack: Stack, direction: str) -> list[tuple[Resource, net.Network]]:
    """Rules that open no wide prefix alone but do with the others of their group, and that prefix."""
    found = []
    for rules in _prefixes(stack, direction).values():
        for rule in rules:
            point = first_port(rule)
            networks = [n for other in rules for n in _network(other) if _covers(other, rule, point)]
            wide = [n for n in net.union(networks) if net.is_wide(n)]
            found += [(rule, n) for n in wide if _own(rule, n)]
    return found


def single_open(stack: Stack) -> set[str]:
    """Groups with a rule that opens them to the world by itself, HTTPS of an exposed domain apart."""
    return {
        of(stack, rule)
        for rule in stack.of(RULE)
        if exposure.is_direction(rule, "ingress")
        and exposure.is_open(rule)
        and not exposure.is_public_https(rule)
    }


def first_port(rule: Resource) -> int:
    """The lowest port that a rule opens."""
    return net.ports(rule)[0]


def span(rule: Resource) -> str:
    """The ports of a rule in words."""
    first, last = net.ports(rule)
    return f"{first}-{last}"


def _prefixes(stack: Stack, direction: str) -> dict[str, list[Resource]]:
    """Rules with a narrow prefix, by group; what is wide alone is for the resource rule."""
    grouped: dict[str, list[Resource]] = defaultdict(list)
    for rule in stack.of(RULE):
        if (
            exposure.is_direction(rule, direction)
            and rule.has("remoteIpPrefix")
            and not exposure.is_open(rule)
        ):
            grouped[of(stack, rule)].append(rule)
    return grouped


def _network(rule: Resource) -> Iterable[net.Network]:
    found = net.network(rule.text("remoteIpPrefix"))
    return [found] if found else []


def _covers(other: Resource, rule: Resource, port: int) -> bool:
    """Whether another rule opens this port for the same protocol."""
    first, last = net.ports(other)
    protocols = {net.protocol(r.word("protocol")) for r in (other, rule)}
    return first <= port <= last and (len(protocols) == 1 or "" in protocols)


def _own(rule: Resource, wide: net.Network) -> bool:
    """Whether a rule's own prefix is a part of the wide one."""
    return any(
        own.version == wide.version and own.subnet_of(wide)  # type: ignore[arg-type]  # same version
        for own in _network(rule)
    )
