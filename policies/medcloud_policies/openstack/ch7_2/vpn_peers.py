"""A VPN carries the prefixes of its two sides, not all traffic."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    if r.type.endswith(":EndpointGroup") and r.word("type") != "cidr":
        return
    name = "endpoints" if r.type.endswith(":EndpointGroup") else "peerCidrs"
    for cidr in r.texts(name):
        if net.is_wide(net.network(cidr)):
            yield f"{name} has {cidr}"


RULE = Rule(
    id="vpn-peers",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="high",
    title=Text("VPN 只承载两端的业务网段", "A VPN carries the prefixes of its two sides only"),
    why=Text(
        "以全网为对端网段，会把全部出口流量交给对端。",
        "With the world as the peer's prefix all traffic goes to the other side.",
    ),
    remedy=Text(
        "在 peerCidrs 或 endpoints 写对端的业务网段。",
        "Name the other side's prefixes in peerCidrs or endpoints.",
    ),
    types=(
        tokens.VPNAAS_SITE_CONNECTION,
        tokens.VPNAAS_ENDPOINT_GROUP,
    ),
    judge=_judge,
)
