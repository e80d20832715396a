"""A network card is added by a port that was made for it."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.has("portId"):
        yield "no portId"


RULE = Rule(
    id="interface-named-port",
    items=("7.2.2-a",),
    severity="high",
    title=Text("追加网卡须使用自建端口", "A network card is added by a port made for it"),
    why=Text(
        "只写网络时，新端口落入 default 安全组。",
        'With only a network the new port falls into the security group "default".',
    ),
    remedy=Text(
        "先建带安全组的 Port，再用 portId 引用。",
        "Make a Port with its groups first and name it in portId.",
    ),
    types=(tokens.COMPUTE_INTERFACE_ATTACH,),
    judge=_judge,
)
