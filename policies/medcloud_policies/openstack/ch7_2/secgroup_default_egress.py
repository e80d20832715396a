"""A security group starts empty: the cloud's own two egress-to-anywhere rules are taken out."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("deleteDefaultRules", default=False):
        yield "deleteDefaultRules is not true"


RULE = Rule(
    id="secgroup-default-egress",
    items=(
        "7.2.2-c",
        "6.1.3-b",
    ),
    severity="high",
    title=Text(
        "安全组须删除默认的全放行出向规则",
        "A security group drops the cloud's allow-all egress rules",
    ),
    why=Text(
        "云平台给每个新安全组加两条任意出向规则，之后写的规则都形同虚设。",
        "The cloud gives each new group two egress-any rules; what is written beside them does nothing.",
    ),
    remedy=Text(
        "设 deleteDefaultRules: true，再逐条写出所需的出向。",
        "Set deleteDefaultRules: true and write each egress that is needed.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP,),
    judge=_judge,
)
