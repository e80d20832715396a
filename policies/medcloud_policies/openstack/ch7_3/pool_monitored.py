"""A pool of members is watched."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(s: Stack) -> Iterator[Violation]:
    watched: set[str] = set()
    for monitor, deciding in s.each(tokens.LOADBALANCER_MONITOR):
        with deciding:
            if monitor.flag("adminStateUp", default=True):
                watched.add(s.key(monitor, "poolId", tokens.LOADBALANCER_POOL))
    for pool in s.of(tokens.LOADBALANCER_POOL):
        if pool.urn not in watched:
            yield Violation(pool, "has no health monitor")


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
        tokens.LOADBALANCER_POOL,
        tokens.LOADBALANCER_MONITOR,
    ),
    judge_stack=_judge,
)
