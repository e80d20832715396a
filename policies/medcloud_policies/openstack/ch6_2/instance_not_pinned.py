"""A server is not tied to one host."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.has("hypervisorHostname"):
        yield "hypervisorHostname set"
    if ":" in r.text("availabilityZone"):
        yield "availabilityZone names a host"


RULE = Rule(
    id="instance-not-pinned",
    items=(
        "6.2.1-b",
        "7.3.1.3-b",
    ),
    severity="high",
    title=Text("云主机不得绑定到某台物理机", "A server is not tied to one host"),
    why=Text(
        "绑死的云主机在物理机故障时无处可迁。",
        "A server tied to a host has nowhere to go when the host breaks.",
    ),
    remedy=Text(
        "去掉 hypervisorHostname，availabilityZone 只写可用区。",
        "Take hypervisorHostname out and write only the zone into availabilityZone.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
