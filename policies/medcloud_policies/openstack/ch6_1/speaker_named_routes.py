"""A BGP speaker that advertises tenants' networks names which."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("advertiseTenantNetworks", default=True) and not r.count("networks"):
        yield "advertiseTenantNetworks without networks"


RULE = Rule(
    id="speaker-named-routes",
    items=(
        "6.1.3-b",
        "6.1.3-a",
    ),
    severity="medium",
    title=Text(
        "宣告租户网络的 BGP 发言者须写明网络",
        "A BGP speaker that advertises tenant networks names them",
    ),
    why=Text(
        "不写时宣告全部租户网络，各机构的地址对外可达。",
        "Left out, it advertises every tenant's network, and all become reachable.",
    ),
    remedy=Text(
        "写 networks，或设 advertiseTenantNetworks: false。",
        "List networks, or set advertiseTenantNetworks: false.",
    ),
    types=(tokens.NETWORKING_BGP_SPEAKER_V2,),
    judge=_judge,
)
