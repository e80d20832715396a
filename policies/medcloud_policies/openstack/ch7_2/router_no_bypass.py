"""A static route leads to a network, not all traffic to one host."""

from collections.abc import Iterable, Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.core.values import Node
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _routes(r: Resource) -> Iterable[Node]:
    return r.nodes("routes") if r.type.endswith(":RouterRoutesV2") else [r]


def _judge(r: Resource) -> Iterator[str]:
    for route in _routes(r):
        if net.is_wide(net.network(route.text("destinationCidr"))):
            yield f"{route.path}destinationCidr {route.text('destinationCidr')}"


RULE = Rule(
    id="router-no-bypass",
    items=(
        "6.5-b",
        "7.2.2-a",
    ),
    severity="high",
    title=Text(
        "静态路由不得把全部流量引向某一主机",
        "A static route does not lead all traffic to one host",
    ),
    why=Text(
        "默认路由改道会绕过边界防火墙。",
        "A default route of one's own goes round the perimeter firewall.",
    ),
    remedy=Text(
        "destinationCidr 写具体网段；默认出口用路由器的外部网关。",
        "Name a prefix in destinationCidr; the way out is the router's external gateway.",
    ),
    types=(
        tokens.NETWORKING_ROUTER_ROUTE,
        tokens.NETWORKING_ROUTER_ROUTES_V2,
        tokens.NETWORKING_SUBNET_ROUTE,
    ),
    judge=_judge,
)
