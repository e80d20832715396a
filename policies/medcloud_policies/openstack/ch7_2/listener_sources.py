"""A listener's list of sources is not the world, unless its data is public."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    for cidr in r.texts("allowedCidrs"):
        if net.is_wide(net.network(cidr)) and not exposure.is_public(r):
            yield f"allowedCidrs has {cidr}"
    networks = [n for n in map(net.network, r.texts("allowedCidrs")) if n and not net.is_wide(n)]
    for wide in filter(net.is_wide, net.union(networks)):
        if not exposure.is_public(r):
            yield f"allowedCidrs together are {wide}"


RULE = Rule(
    id="listener-sources",
    items=(
        "7.2.2-a",
        "6.5-b",
    ),
    severity="high",
    title=Text(
        "监听的允许来源不得是全网（公开业务除外）",
        "A listener's sources are not the world, unless it serves public data",
    ),
    why=Text(
        "写了允许来源却写成全网，等于没有写。",
        "A list of allowed sources that names the world allows everybody.",
    ),
    remedy=Text(
        "在 allowedCidrs 写真正的来源网段，公开业务请标注 medcloud-level=1 或 DMZ 域。",
        "Name the real sources in allowedCidrs; label public services medcloud-level=1 or a DMZ.",
    ),
    types=(tokens.LOADBALANCER_LISTENER,),
    judge=_judge,
    settings=(PUBLIC_DOMAINS,),
)
