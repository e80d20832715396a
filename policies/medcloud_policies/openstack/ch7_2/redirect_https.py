"""A load balancer redirects to HTTPS, never to plain HTTP."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    for name in ("redirectUrl", "redirectPrefix"):
        if r.word(name).startswith("http:"):
            yield f"{name} begins with http:"


RULE = Rule(
    id="redirect-https",
    items=("7.2.1-b",),
    severity="high",
    title=Text("七层重定向目标须为 HTTPS", "A redirect leads to HTTPS"),
    why=Text(
        "把请求引到明文地址，口令与病历随之外露。",
        "A redirect to a plain address takes passwords and records with it.",
    ),
    remedy=Text(
        "redirectUrl 与 redirectPrefix 以 https:// 开头。",
        "Begin redirectUrl and redirectPrefix with https://.",
    ),
    types=(tokens.LOADBALANCER_L7_POLICY_V2,),
    judge=_judge,
)
