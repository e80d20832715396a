"""Egress is opened to named targets and ports, not to anything anywhere."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    if exposure.is_direction(r, "egress") and exposure.is_open(r):
        any_protocol = net.protocol(r.word("protocol")) == ""
        if any_protocol or net.is_any_port(exposure.ports(r)):
            yield f"egress to {exposure.told(r)}"


RULE = Rule(
    id="egress-any",
    items=(
        "7.2.2-c",
        "6.1.3-b",
        "7.5.1-a",
    ),
    severity="high",
    title=Text("安全组出向不得任意目的、任意端口", "Egress does not go to any target at any port"),
    why=Text(
        "出向不受限时，被攻陷的主机可跨域扩散并外传病历。",
        "With egress unbounded a compromised host reaches other domains and carries records out.",
    ),
    remedy=Text(
        "写明目的 remoteIpPrefix 或 remoteGroupId 以及协议和端口。",
        "Name the target by remoteIpPrefix or remoteGroupId, and the protocol and port.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge=_judge,
)
