"""The rules of a security group taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def of(stack: Stack, rule: Resource) -> str:
    """The group a rule belongs to: the urn of one of this stack, else its id."""
    return stack.key(rule, "securityGroupId", tokens.NETWORKING_SEC_GROUP)


def opened(stack: Stack, direction: str) -> list[tuple[Resource, net.Network]]:
    """Rules that open no wide prefix alone but do with the others of their group, and that prefix."""
    found = []
    for openings in _openings(stack, direction).values():
        if not _wide(openings):
            continue  # whatever the ports: most groups end here
        for opening in openings:
            together = [other for other in openings if other.meets(opening)]
            found += [(opening.rule, wide) for wide in _wide(together) if opening.lies_in(wide)]
    return found


def single_open(stack: Stack) -> set[str]:
    """Groups with a rule that opens them to the world by itself, HTTPS of an exposed domain apart."""
    found = set()
    for rule, deciding in stack.each(tokens.NETWORKING_SEC_GROUP_RULE):
        with deciding:
            ingress = exposure.is_direction(rule, "ingress") and exposure.is_open(rule)
            if ingress and not exposure.is_public_https(rule):
                found.add(of(stack, rule))
    return found


def first_port(rule: Resource) -> int:
    """The lowest port that a rule opens."""
    return exposure.ports(rule)[0]


def span(rule: Resource) -> str:
    """The ports of a rule in words."""
    first, last = exposure.ports(rule)
    return f"{first}-{last}"


class _Opening(NamedTuple):
    """What one rule opens."""

    rule: Resource
    network: net.Network
    ports: tuple[int, int]
    protocol: str

    def meets(self, other: _Opening) -> bool:
        """Whether this one opens the other's lowest port too, for the same protocol."""
        same = self.protocol == other.protocol or "" in (self.protocol, other.protocol)
        return same and self.ports[0] <= other.ports[0] <= self.ports[1]

    def lies_in(self, wide: net.Network) -> bool:
        """Whether its prefix is a part of a wider one."""
        own = self.network
        return own.version == wide.version and own.subnet_of(wide)  # type: ignore[arg-type]  # same version


def _openings(stack: Stack, direction: str) -> dict[str, list[_Opening]]:
    """Rules with a narrow prefix, by group; what is wide alone is for the resource rule."""
    grouped: dict[str, list[_Opening]] = defaultdict(list)
    for rule, deciding in stack.each(tokens.NETWORKING_SEC_GROUP_RULE):
        with deciding:
            if exposure.is_direction(rule, direction) and not exposure.is_open(rule):
                network = net.network(rule.text("remoteIpPrefix"))
                if network is not None:
                    opening = _Opening(
                        rule, network, exposure.ports(rule), net.protocol(rule.word("protocol"))
                    )
                    grouped[of(stack, rule)].append(opening)
    return grouped


def _wide(openings: Iterable[_Opening]) -> list[net.Network]:
    return [n for n in net.union(opening.network for opening in openings) if net.is_wide(n)]
