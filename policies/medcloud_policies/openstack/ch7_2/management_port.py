"""Management ports are open to a management network, not to a whole region."""

from collections.abc import Iterator

from medcloud.standard import ports
from medcloud_policies.core.options import MANAGEMENT_PREFIX
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    if not exposure.is_direction(r, "ingress") or net.protocol(r.word("protocol")) not in ("tcp", ""):
        return
    first, last = exposure.ports(r)
    network = net.network(r.text("remoteIpPrefix"))
    if network is None or not any(first <= port <= last for port in ports.MANAGEMENT):
        return
    shortest = r.settings.get(MANAGEMENT_PREFIX) if network.version == 4 else ports.MANAGEMENT_PREFIX[6]
    if network.prefixlen < shortest:
        yield f"ingress from {exposure.told(r)}"


RULE = Rule(
    id="management-port",
    items=(
        "7.2.2-a",
        "7.2.3.2-d",
    ),
    severity="high",
    title=Text("管理端口只对管理网段开放", "Management ports are open to a management network only"),
    why=Text(
        "SSH、远程桌面、容器与数据库管理口对大网段开放，一台失陷即可登录全部主机。",
        "With SSH, remote desktop or orchestration open to a large network, one lost host loses them all.",
    ),
    remedy=Text(
        "把 remoteIpPrefix 收紧到运维网段（如 /24），或用堡垒机的 remoteGroupId。",
        "Narrow remoteIpPrefix to the operators' network (such as a /24), or use a bastion's remoteGroupId.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge=_judge,
    settings=(MANAGEMENT_PREFIX,),
)
