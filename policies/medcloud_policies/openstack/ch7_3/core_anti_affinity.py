"""Servers of core workloads are in a server group, so that they do not share a host."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core_workload
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if is_core_workload(r) and not any(hint.has("group") for hint in r.nodes("schedulerHints")):
        yield f"level {r.level or '-'}, kind {r.label('kind') or '-'}, no schedulerHints.group"


RULE = Rule(
    id="core-anti-affinity",
    items=(
        "7.3.2.3-a",
        "7.3.1.3-b",
        "6.2.1-b",
    ),
    severity="critical",
    title=Text("核心业务云主机须加入反亲和组", "Servers of core workloads are in an anti-affinity group"),
    why=Text(
        "同一台物理机故障时，两台“双机”会一起停。",
        "When they share a host, one broken machine stops both halves of the pair.",
    ),
    remedy=Text(
        "建 policies 为 anti-affinity 的 ServerGroup，在 schedulerHints.group 引用。",
        "Make a ServerGroup with policies anti-affinity and name it in schedulerHints.group.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
