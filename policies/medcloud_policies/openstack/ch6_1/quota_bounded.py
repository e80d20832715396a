"""Quotas are numbers, not "unlimited"."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    for name in r.props:
        if r.known(name) and (r.number(name) or 0) < 0:
            yield f"{name} {r.text(name)}"


RULE = Rule(
    id="quota-bounded",
    items=(
        "6.1.3-c",
        "6.2.1-b",
        "7.5.2.1-a",
    ),
    severity="medium",
    title=Text("配额不得为无限", "Quotas are not unlimited"),
    why=Text(
        "一个项目占满资源池，其他机构的业务就起不来。",
        "When one project takes the whole pool the other institutions' systems cannot start.",
    ),
    remedy=Text("把 -1 改为具体数值。", "Write a number instead of -1."),
    types=(
        tokens.COMPUTE_QUOTA_SET_V2,
        tokens.BLOCKSTORAGE_QUOTE_SET_V3,
        tokens.NETWORKING_QUOTA_V2,
        tokens.LOADBALANCER_QUOTA,
        tokens.DNS_QUOTA_V2,
        tokens.IDENTITY_LIMIT_V3,
        tokens.IDENTITY_REGISTERED_LIMIT_V3,
    ),
    judge=_judge,
)
