"""A firewall policy holds rules."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.count("rules"):
        yield "rules is empty"


RULE = Rule(
    id="firewall-has-rules",
    items=(
        "6.5-b",
        "7.2.2-a",
    ),
    severity="medium",
    title=Text("防火墙策略须含规则", "A firewall policy holds rules"),
    why=Text(
        "空策略不是有意的边界，之后加进去的任何规则都成了第一条。",
        "An empty policy is a boundary nobody meant; whatever is added to it by hand comes first.",
    ),
    remedy=Text(
        "在 rules 按顺序列出规则，最后一条拒绝。",
        "List the rules in order, the last of them a deny.",
    ),
    types=(tokens.FIREWALL_POLICY_V2,),
    judge=_judge,
)
