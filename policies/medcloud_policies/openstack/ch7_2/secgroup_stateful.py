"""Security groups keep track of connections."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("stateful", default=True):
        yield "stateful false"


RULE = Rule(
    id="secgroup-stateful",
    items=("7.2.2-a",),
    severity="medium",
    title=Text("安全组须为有状态", "Security groups keep track of connections"),
    why=Text(
        "无状态的安全组要为回程流量另开大段端口。",
        "A stateless group needs whole port ranges opened for the answers.",
    ),
    remedy=Text("去掉 stateful: false。", "Take stateful: false out."),
    types=(tokens.NETWORKING_SEC_GROUP,),
    judge=_judge,
)
