"""A network with an IPv4 subnet also has an IPv6 one."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(s: Stack) -> Iterator[Violation]:
    versions: dict[str, set[int]] = {}
    for subnet, deciding in s.each(tokens.NETWORKING_SUBNET):
        with deciding:
            six = subnet.number("ipVersion") == 6 or (subnet.known("cidr") and ":" in subnet.text("cidr"))
            network_key = s.key(subnet, "networkId", tokens.NETWORKING_NETWORK)
            versions.setdefault(network_key, set()).add(6 if six else 4)
    for network in s.of(tokens.NETWORKING_NETWORK):
        if versions.get(network.urn) == {4}:
            yield Violation(network, "has no IPv6 subnet")


RULE = Rule(
    id="dual-stack",
    items=("B.1-c",),
    severity="medium",
    title=Text(
        "网络须同时具备 IPv4 与 IPv6 子网",
        "A network has both an IPv4 and an IPv6 subnet",
    ),
    why=Text(
        "接口规范要求全面兼容 IPv6。",
        "The interface requirements ask for full IPv6 support.",
    ),
    remedy=Text(
        "给该网络再加一个 ipVersion: 6 的子网。",
        "Add a subnet with ipVersion: 6 to the network.",
    ),
    types=(
        tokens.NETWORKING_NETWORK,
        tokens.NETWORKING_SUBNET,
    ),
    judge_stack=_judge,
)
