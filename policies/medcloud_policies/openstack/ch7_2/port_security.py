"""Port security is on: addresses are checked and security groups work."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("portSecurityEnabled", default=True):
        yield "portSecurityEnabled false"


RULE = Rule(
    id="port-security",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="critical",
    title=Text("端口安全须开启", "Port security is on"),
    why=Text(
        "关闭后安全组失效，主机可冒用任意地址。",
        "Without it security groups do nothing and a host may use any address.",
    ),
    remedy=Text(
        "去掉 portSecurityEnabled: false。",
        "Take portSecurityEnabled: false out.",
    ),
    types=(
        tokens.NETWORKING_PORT,
        tokens.NETWORKING_NETWORK,
    ),
    judge=_judge,
)
