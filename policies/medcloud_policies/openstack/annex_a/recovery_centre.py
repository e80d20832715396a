"""A workload of level 4 or 5 also has a place in the remote recovery centre."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens, topology


def _judge(s: Stack) -> Iterator[Violation]:
    for workload, resources in topology.core_workloads(s).items():
        if not any(topology.is_standby(r) for r in resources):
            yield Violation(
                resources[0], f"workload {workload}, level {resources[0].level}: no recovery centre"
            )


RULE = Rule(
    id="recovery-centre",
    items=(
        "A.5-b",
        "7.3.2.4-a",
        "C.3-b",
    ),
    severity="critical",
    title=Text(
        "四级及以上业务须有异地灾备中心",
        "Workloads of level 4 and above have a remote recovery centre",
    ),
    why=Text(
        "同城两中心一起失效时，没有第三份就恢复不了。",
        "When both centres of the city are lost, nothing is left to recover from.",
    ),
    remedy=Text(
        "在 medcloud-location=recovery 的中心也部署该业务。",
        "Place the workload in a centre with medcloud-location=recovery as well.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
    ),
    judge_stack=_judge,
)
