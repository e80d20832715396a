"""A QoS rule states a bandwidth above zero, or a mark that exists."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens

_MARKS = {*range(0, 57, 8), *(8 * c + 2 * d for c in range(1, 5) for d in range(1, 4)), 44, 46}


def _judge(r: Resource) -> Iterator[str | Violation]:
    for name in ("maxKbps", "minKbps"):
        value = r.number(name)
        if value is not None and value <= 0:
            yield f"{name} {r.text(name)}"
    mark = r.number("dscpMark")
    if mark is not None and mark not in _MARKS:
        yield Violation(r, f"dscpMark {r.text('dscpMark')}", ("7.3.3.2-c",))


RULE = Rule(
    id="bandwidth-rules",
    items=(
        "6.1.3-c",
        "7.3.3.2-c",
    ),
    severity="low",
    title=Text("带宽与标记规则须为有效值", "A QoS rule states a valid value"),
    why=Text(
        "零带宽等于断网；无效标记得不到优先。",
        "A bandwidth of zero cuts the network; a mark that does not exist gets no priority.",
    ),
    remedy=Text(
        "maxKbps、minKbps 大于 0，突发不小于 0，dscpMark 为 0..56 的有效值。",
        "Set maxKbps and minKbps above 0, and dscpMark to a value that exists within 0..56.",
    ),
    types=(
        tokens.NETWORKING_QOS_BANDWIDTH_LIMIT_RULE,
        tokens.NETWORKING_QOS_MINIMUM_BANDWIDTH_RULE,
        tokens.NETWORKING_QOS_DSCP_MARKING_RULE,
    ),
    judge=_judge,
)
