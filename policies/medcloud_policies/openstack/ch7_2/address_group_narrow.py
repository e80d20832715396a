"""An address group names prefixes, alone or together not the world."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    narrow = []
    for text in r.texts("addresses"):
        network = net.network(text)
        if net.is_wide(network):
            yield f"addresses has {text}"
        elif network:
            narrow.append(network)
    for wide in filter(net.is_wide, net.union(narrow)):
        yield f"addresses together are {wide}"


RULE = Rule(
    id="address-group-narrow",
    items=("7.2.2-a",),
    severity="high",
    title=Text("地址组不得包含全网", "An address group does not hold the world"),
    why=Text(
        "地址组在安全组规则里以名字出现，里面的全网看不见。",
        "In a rule an address group is only a name; the world inside it is not seen.",
    ),
    remedy=Text("addresses 只写真正的来源网段。", "Write only the real prefixes into addresses."),
    types=(tokens.NETWORKING_ADDRESS_GROUP_V2,),
    judge=_judge,
)
