"""A share is mounted by named hosts."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net

_SHORTEST = {4: 24, 6: 64}


def _judge(r: Resource) -> Iterator[str]:
    if r.word("accessType") != "ip":
        return
    network = net.network(r.text("accessTo"))
    if network is None or network.prefixlen < _SHORTEST[network.version]:
        yield f"accessTo {r.text('accessTo')}"


RULE = Rule(
    id="share-access-narrow",
    items=(
        "7.2.2-b",
        "7.2.2-a",
    ),
    severity="critical",
    title=Text("文件共享只许指定主机挂载", "A share is mounted by named hosts only"),
    why=Text(
        "按大网段授权时，任何一台失陷主机都能读走全部影像。",
        "Granted to a large network, every lost host in it can read all images.",
    ),
    remedy=Text(
        "accessTo 写单个地址或小于等于 /24 的网段。",
        "Write an address, or a prefix of /24 or longer, into accessTo.",
    ),
    types=(tokens.SHAREDFILESYSTEM_SHARE_ACCESS,),
    judge=_judge,
)
