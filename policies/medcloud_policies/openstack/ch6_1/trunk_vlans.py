"""Each sub-port of a trunk has a VLAN of its own, in the range that exists."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    seen: set[float] = set()
    for port in r.nodes("subPorts"):
        number = port.number("segmentationId")
        if port.word("segmentationType") not in ("vlan", "inherit"):
            yield f"{port.path}segmentationType {port.text('segmentationType')}"
        elif number is None or not 1 <= number <= 4094 or number in seen:
            yield f"{port.path}segmentationId {port.text('segmentationId') or '-'}"
        else:
            seen.add(number)


RULE = Rule(
    id="trunk-vlans",
    items=("6.1.3-b",),
    severity="medium",
    title=Text(
        "中继子端口的 VLAN 须有效且不重复",
        "A trunk's sub-ports have valid VLANs, each its own",
    ),
    why=Text(
        "两个子端口共用一个 VLAN，业务即混在一起。",
        "Two sub-ports on one VLAN mix two systems.",
    ),
    remedy=Text(
        "subPorts 用 segmentationType: vlan 与 1..4094 内不重复的编号。",
        "Use segmentationType: vlan with distinct numbers of 1..4094 in subPorts.",
    ),
    types=(tokens.NETWORKING_TRUNK,),
    judge=_judge,
)
