"""A port may use single further addresses, not whole networks."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    for pair in r.nodes("allowedAddressPairs"):
        network = net.network(pair.text("ipAddress"))
        if network is None or network.num_addresses > 1:
            yield f"{pair.path}ipAddress {pair.text('ipAddress')}"


RULE = Rule(
    id="port-address-pairs",
    items=("7.2.2-a",),
    severity="high",
    title=Text("端口附加地址只能是单个地址", "A port's further addresses are single ones"),
    why=Text(
        "放行整段地址等于关闭防冒用检查。",
        "Letting a whole prefix in turns the check against false addresses off.",
    ),
    remedy=Text(
        "allowedAddressPairs 只写虚拟 IP 本身。",
        "Write only the virtual address itself into allowedAddressPairs.",
    ),
    types=(tokens.NETWORKING_PORT,),
    judge=_judge,
)
