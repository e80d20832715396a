"""A firewall policy has been reviewed and holds rules."""

from collections.abc import Iterator

from medcloud_policies.rule import Resource, Rule, Text


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("audited", default=False):
        yield "audited is not true"
    if not r.count("rules"):
        yield "rules is empty"


RULE = Rule(
    id="firewall-audited",
    items=(
        "7.2.2-a",
        "6.5-b",
    ),
    severity="medium",
    title=Text("防火墙策略须经审核且含规则", "A firewall policy has been reviewed and holds rules"),
    why=Text(
        "未审核的改动与空策略都不是有意的边界。",
        "Neither an unreviewed change nor an empty policy is a boundary anybody meant.",
    ),
    remedy=Text(
        "审核后设 audited: true，并在 rules 列出规则。",
        "Set audited: true after the review, and list the rules.",
    ),
    types=("openstack:firewall/policyV2:PolicyV2",),
    judge=_judge,
)
