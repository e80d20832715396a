"""A pool before a core workload has two members or more."""

from collections import Counter
from collections.abc import Iterator

from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens, topology


def _judge(s: Stack) -> Iterator[Violation]:
    members: Counter[str] = Counter()
    for member, deciding in s.each(tokens.LOADBALANCER_MEMBER):
        with deciding:
            members[s.key(member, "poolId", tokens.LOADBALANCER_POOL)] += 1
    for pool, deciding in s.each(tokens.LOADBALANCER_POOL):
        with deciding:
            if is_core(pool.level) and topology.needs_pair(pool) and members[pool.urn] == 1:
                yield Violation(pool, f"level {pool.level}, one member")


RULE = Rule(
    id="workload-two-backends",
    items=("7.3.2.3-a",),
    severity="medium",
    title=Text("核心业务的后端池须有两台以上成员", "A core workload's pool has two members or more"),
    why=Text(
        "均衡器后只有一台，故障时仍然中断。",
        "With one server behind the balancer a fault still stops the service.",
    ),
    remedy=Text("为该池再加成员。", "Add members to the pool."),
    types=(
        tokens.LOADBALANCER_MEMBER,
        tokens.LOADBALANCER_POOL,
    ),
    judge_stack=_judge,
)
