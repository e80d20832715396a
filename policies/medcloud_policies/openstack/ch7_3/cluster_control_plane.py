"""A cluster has three control-plane nodes, or another odd number, behind a balancer."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens

_LEAST = 3


def _judge(r: Resource) -> Iterator[str | Violation]:
    masters, nodes = r.number("masterCount") or 1, r.number("nodeCount")
    if masters < _LEAST or masters % 2 == 0:
        yield f"masterCount {r.text('masterCount') or '1'}"
    if not r.flag("masterLbEnabled", default=True):
        yield Violation(r, "masterLbEnabled false", ("7.3.1.3-b", "6.2.2-a"))
    if nodes is not None and nodes < 2:
        yield Violation(r, f"nodeCount {r.text('nodeCount')}", ("7.3.1.3-b", "6.2.2-a"))


RULE = Rule(
    id="cluster-control-plane",
    items=(
        "7.3.1.3-b",
        "6.2.2-a",
        "7.3.2.3-e",
    ),
    severity="high",
    title=Text(
        "容器集群须有三个以上（奇数）控制节点",
        "A cluster has three or more control-plane nodes, an odd number",
    ),
    why=Text(
        "集群状态由 Raft 协议在控制节点间取得一致：一个是单点；偶数个在断网时选不出多数。",
        "The nodes agree on the cluster's state by Raft: one is a single point of failure, and an even "
        "number has no majority when the network breaks.",
    ),
    remedy=Text(
        "masterCount 用 3、5…，masterLbEnabled: true，节点两个以上。",
        "Set masterCount to 3 or 5, masterLbEnabled: true, and two nodes or more.",
    ),
    types=(tokens.CONTAINERINFRA_CLUSTER,),
    judge=_judge,
)
