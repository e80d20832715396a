"""A load balancer, its listeners and pools are switched on."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("adminStateUp", default=True):
        yield "adminStateUp false"


RULE = Rule(
    id="balancer-on",
    items=("7.3.2.3-a",),
    severity="medium",
    title=Text("负载均衡及其监听、后端池须启用", "Load balancers, listeners and pools are switched on"),
    why=Text("停用的一环使整个入口中断。", "One part switched off closes the whole entrance."),
    remedy=Text("去掉 adminStateUp: false。", "Take adminStateUp: false out."),
    types=(
        tokens.LOADBALANCER_LOAD_BALANCER,
        tokens.LOADBALANCER_LISTENER,
        tokens.LOADBALANCER_POOL,
    ),
    judge=_judge,
)
