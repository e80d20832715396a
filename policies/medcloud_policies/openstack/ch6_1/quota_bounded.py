"""Quotas are numbers, not "unlimited"."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text


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
        "openstack:compute/quotaSetV2:QuotaSetV2",
        "openstack:blockstorage/quoteSetV3:QuoteSetV3",
        "openstack:networking/quotaV2:QuotaV2",
        "openstack:loadbalancer/quota:Quota",
        "openstack:dns/quotaV2:QuotaV2",
        "openstack:identity/limitV3:LimitV3",
        "openstack:identity/registeredLimitV3:RegisteredLimitV3",
    ),
    judge=_judge,
)
