"""A subnet's DNS servers are inner ones or approved ones."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_RESOLVERS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    for text in r.texts("dnsNameservers"):
        network = net.network(text)
        inner = network is not None and net.is_private(network)
        if not inner and text not in r.settings.get(APPROVED_RESOLVERS):
            yield f"dnsNameservers has {text}"


RULE = Rule(
    id="subnet-resolvers",
    items=("7.1.2.4-d",),
    severity="medium",
    title=Text("子网的域名服务器须为内部或获准地址", "A subnet's DNS servers are inner or approved ones"),
    why=Text(
        "境外公共解析服务能看到每一次访问。",
        "A foreign public resolver sees every name that is asked for.",
    ),
    remedy=Text(
        "dnsNameservers 用内网解析服务，或在 approvedResolvers 登记。",
        "Use inner servers in dnsNameservers, or list them in approvedResolvers.",
    ),
    types=(tokens.NETWORKING_SUBNET,),
    judge=_judge,
    settings=(APPROVED_RESOLVERS,),
)
