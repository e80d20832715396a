"""Firewall rules, policies and groups belong to one project."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("shared", default=False):
        yield "shared true"


RULE = Rule(
    id="firewall-shared",
    items=(
        "6.5-b",
        "6.1.3-b",
    ),
    severity="high",
    title=Text("防火墙规则、策略与组不得共享", "Firewall rules, policies and groups are not shared"),
    why=Text(
        "共享的策略被别的项目一改，边界随之改变。",
        "When another project changes a shared policy, the boundary changes with it.",
    ),
    remedy=Text("去掉 shared: true。", "Take shared: true out."),
    types=(
        tokens.FIREWALL_RULE_V2,
        tokens.FIREWALL_POLICY_V2,
        tokens.FIREWALL_GROUP_V2,
    ),
    judge=_judge,
)
