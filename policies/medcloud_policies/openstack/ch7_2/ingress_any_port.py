"""Ingress from a prefix is opened for the ports that are served, not for all."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    if not exposure.is_direction(r, "ingress") or r.has("remoteGroupId"):
        return
    protocol = net.protocol(r.word("protocol"))
    if not protocol or (net.has_ports(protocol) and net.is_any_port(exposure.ports(r))):
        yield f"ingress from {exposure.told(r)}"


RULE = Rule(
    id="ingress-any-port",
    items=(
        "7.2.2-c",
        "7.5.1-a",
    ),
    severity="high",
    title=Text("入向规则须写明协议与端口", "Ingress from a prefix names its protocol and port"),
    why=Text(
        "一条“全部端口”的规则使内网扫描与横向移动畅通无阻。",
        "One rule for all ports lets a scan and its next step pass inside the network.",
    ),
    remedy=Text(
        "写明 protocol、portRangeMin、portRangeMax；同组成员互通可用 remoteGroupId。",
        "Write protocol, portRangeMin and portRangeMax; for members of one group use remoteGroupId.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge=_judge,
)
