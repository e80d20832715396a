"""Endpoints in the service catalogue are HTTPS."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.word("url").startswith("https://"):
        yield f"url of the {r.word('interface') or 'public'} interface is not https"


RULE = Rule(
    id="endpoint-https",
    items=(
        "7.2.1-b",
        "6.3.2-d",
    ),
    severity="critical",
    title=Text("服务目录中的接口地址须为 HTTPS", "Endpoints of the service catalogue are HTTPS"),
    why=Text("明文接口会泄露每一个令牌。", "A plain endpoint gives every token away."),
    remedy=Text("url 以 https:// 开头。", "Begin url with https://."),
    types=(tokens.IDENTITY_ENDPOINT_V3,),
    judge=_judge,
)
