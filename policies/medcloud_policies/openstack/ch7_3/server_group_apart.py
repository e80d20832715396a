"""A server group keeps servers apart."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("policies") not in ("anti-affinity", "soft-anti-affinity"):
        yield f"policies {r.text('policies') or '-'}"


RULE = Rule(
    id="server-group-apart",
    items=(
        "7.3.2.3-a",
        "6.2.1-b",
    ),
    severity="medium",
    title=Text("云主机组须为反亲和", "A server group keeps servers apart"),
    why=Text("亲和组把鸡蛋放进同一个篮子。", "An affinity group puts all servers onto one host."),
    remedy=Text("policies 用 anti-affinity。", "Use anti-affinity in policies."),
    types=(tokens.COMPUTE_SERVER_GROUP,),
    judge=_judge,
)
