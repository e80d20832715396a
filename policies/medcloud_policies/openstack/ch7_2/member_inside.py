"""A load balancer sends requests to inner addresses only."""

from collections.abc import Iterable, Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.core.values import Node
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _members(r: Resource) -> Iterable[Node]:
    return r.nodes("members") if r.type.endswith(":Members") else [r]


def _judge(r: Resource) -> Iterator[str]:
    for member in _members(r):
        network = net.network(member.text("address"))
        if network is None or not net.is_private(network):
            yield f"{member.path}address {member.text('address') or '-'}"


RULE = Rule(
    id="member-inside",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="high",
    title=Text("负载均衡成员须为内网地址", "A load balancer's members have inner addresses"),
    why=Text(
        "把病历请求转发到公网地址，等于让它出网。",
        "Sent on to a public address, a request with records leaves the house.",
    ),
    remedy=Text(
        "address 用内网地址；站间转发走 VPN。",
        "Use inner addresses; between sites go through the VPN.",
    ),
    types=(
        tokens.LOADBALANCER_MEMBER,
        tokens.LOADBALANCER_MEMBERS,
    ),
    judge=_judge,
)
