"""A business network is a VXLAN segment with an identifier that exists."""

from collections.abc import Iterable, Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.core.values import Node
from medcloud_policies.openstack import tokens

_RANGES = {"vxlan": 2**24 - 1, "geneve": 2**24 - 1, "gre": 2**32 - 1, "vlan": 4094}


def _segments(r: Resource) -> Iterable[Node]:
    return [r] if r.type.endswith(":SegmentV2") else r.nodes("segments")


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("external", default=False):
        return  # the provider network that leads outside
    for segment in _segments(r):
        kind = segment.word("networkType")
        if kind not in _RANGES:
            yield f"{segment.path}networkType {kind or '-'}"
            continue
        identifier = segment.number("segmentationId")
        if identifier is not None and not 0 <= identifier <= _RANGES[kind]:
            yield f"{segment.path}segmentationId {segment.text('segmentationId')}"


RULE = Rule(
    id="network-overlay",
    items=(
        "6.1.3-d",
        "6.1.3-b",
    ),
    severity="medium",
    title=Text(
        "业务网络须为 VXLAN 且标识有效",
        "A business network is a VXLAN segment with a valid identifier",
    ),
    why=Text(
        "flat 与 local 网络没有隔离，也跨不了院区。",
        "Flat and local networks separate nothing and reach no other campus.",
    ),
    remedy=Text(
        "networkType 用 vxlan（或 geneve、vlan），标识在有效范围内。",
        "Use networkType vxlan (or geneve, vlan) with an identifier in its range.",
    ),
    types=(
        tokens.NETWORKING_NETWORK,
        tokens.NETWORKING_SEGMENT_V2,
    ),
    judge=_judge,
)
