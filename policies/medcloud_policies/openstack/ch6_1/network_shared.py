"""Networks, subnet pools and address scopes are not shared with all projects."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("shared", default=False):
        yield "shared true"


RULE = Rule(
    id="network-shared",
    items=(
        "6.1.3-b",
        "7.2.2-a",
    ),
    severity="critical",
    title=Text(
        "网络、子网池与地址域不得对所有项目共享",
        "Networks, subnet pools and address scopes are not shared with everybody",
    ),
    why=Text(
        "共享网络使不同机构的业务处于同一二层。",
        "On a shared network the systems of different institutions share one segment.",
    ),
    remedy=Text(
        "去掉 shared: true；需跨项目时用指定 targetTenant 的 RbacPolicyV2。",
        "Take shared: true out; for one other project use RbacPolicyV2 with its targetTenant.",
    ),
    types=(
        tokens.NETWORKING_NETWORK,
        tokens.NETWORKING_SUBNET_POOL,
        tokens.NETWORKING_ADDRESS_SCOPE,
    ),
    judge=_judge,
)
