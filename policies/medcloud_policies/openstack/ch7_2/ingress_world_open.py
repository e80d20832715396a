"""Nothing but HTTPS of an exposed security domain is open to the world."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens


def _judge(r: Resource) -> Iterator[str]:
    if exposure.is_direction(r, "ingress") and exposure.is_open(r) and not exposure.is_public_https(r):
        yield f"ingress from {exposure.told(r)}"


RULE = Rule(
    id="ingress-world-open",
    items=("7.2.2-a", "6.5-b", "6.1.3-b"),
    severity="critical",
    title=Text("安全组入向不得对全网开放", "Security groups are not open to the world"),
    why=Text(
        "对全网开放的端口会被持续扫描与攻击；半个网段、留空来源或 IPv6 同样是全网。",
        "A port open to the world is scanned and attacked all day; half the world, no source and IPv6 count.",
    ),
    remedy=Text(
        "以 remoteIpPrefix 或 remoteGroupId 写明来源；仅公开（medcloud-level=1）或 DMZ 可开 TCP 443。",
        "Name the source by remoteIpPrefix or remoteGroupId; only medcloud-level=1 or a DMZ opens TCP 443.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge=_judge,
    settings=(PUBLIC_DOMAINS,),
)
