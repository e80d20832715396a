"""A pool of members is watched."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Finding, Rule, Stack, Text

_POOL = "openstack:loadbalancer/pool:Pool"


def _judge(s: Stack) -> Iterator[Finding]:
    watched: set[str] = set()
    for monitor, deciding in s.each("openstack:loadbalancer/monitor:Monitor"):
        with deciding:
            if monitor.flag("adminStateUp", default=True):
                watched.add(s.key(monitor, "poolId", _POOL))
    for pool in s.of(_POOL):
        if pool.urn not in watched:
            yield Finding(pool, "has no health monitor")


RULE = Rule(
    id="pool-monitored",
    items=(
        "7.3.2.3-a",
        "7.5.2.2-d",
    ),
    severity="high",
    title=Text("后端池须有健康检查", "A pool has a health monitor"),
    why=Text(
        "没有健康检查，均衡器会把病人请求继续送给已死的主机。",
        "Without one the balancer keeps sending requests to a dead server.",
    ),
    remedy=Text("为该池建 Monitor。", "Make a Monitor for the pool."),
    types=(
        "openstack:loadbalancer/pool:Pool",
        "openstack:loadbalancer/monitor:Monitor",
    ),
    judge_stack=_judge,
)
