"""Business subnets use private addresses."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    pool = r.type.endswith(":SubnetPool")
    for text in r.texts("prefixes" if pool else "cidr"):
        network = net.network(text)
        if (network is None or not net.is_private(network)) and not exposure.is_public(r):
            yield f"{'prefixes' if pool else 'cidr'} {text}"


RULE = Rule(
    id="subnet-private",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="high",
    title=Text("业务子网须用私有地址", "Business subnets use private addresses"),
    why=Text(
        "公网地址的子网无需浮动地址即可从外部到达。",
        "A subnet of public addresses is reached from outside without any floating address.",
    ),
    remedy=Text(
        "cidr 用 RFC 1918 或 fc00::/7；对外子网标注 medcloud-domain=dmz。",
        "Use RFC 1918 or fc00::/7 in cidr; label a public subnet medcloud-domain=dmz.",
    ),
    types=(
        tokens.NETWORKING_SUBNET,
        tokens.NETWORKING_SUBNET_POOL,
    ),
    judge=_judge,
    settings=(PUBLIC_DOMAINS,),
)
