"""A firewall group is on, guards ports, and has a policy for both directions."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("adminStateUp", default=True):
        yield "adminStateUp false"
    for name in ("ports", "ingressFirewallPolicyId", "egressFirewallPolicyId"):
        if not r.has(name):
            yield f"{name} not set"


RULE = Rule(
    id="firewall-in-force",
    items=("6.5-b",),
    severity="high",
    title=Text(
        "防火墙组须启用、绑定端口且双向有策略",
        "A firewall group is on, guards ports and has both policies",
    ),
    why=Text("没有绑定端口的防火墙什么也挡不住。", "A firewall that guards no port stops nothing."),
    remedy=Text(
        "写 ports、ingressFirewallPolicyId、egressFirewallPolicyId，不停用。",
        "Set ports, ingressFirewallPolicyId and egressFirewallPolicyId, and leave it on.",
    ),
    types=(tokens.FIREWALL_GROUP_V2,),
    judge=_judge,
)
