"""A primary zone names a contact, so that somebody hears of its misuse."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    kind = r.word("type") or "primary"
    if kind == "primary" and "@" not in r.text("email"):
        yield "email is no address"
    if kind == "secondary" and not r.count("masters"):
        yield "masters is empty"


RULE = Rule(
    id="zone-contact",
    items=("7.2.2-a",),
    severity="low",
    title=Text("主域名区须有联系邮箱", "A primary zone names a contact"),
    why=Text(
        "域名被滥用时，报告的人找不到负责人。",
        "When a name is misused, whoever reports it finds nobody.",
    ),
    remedy=Text(
        "写 email；从区写 masters。",
        "Set email; a secondary zone lists its masters.",
    ),
    types=(tokens.DNS_ZONE,),
    judge=_judge,
)
