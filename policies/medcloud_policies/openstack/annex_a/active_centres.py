"""A workload of level 4 or 5 runs in two active centres."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens, topology


def _judge(s: Stack) -> Iterator[Violation]:
    for workload, resources in topology.core_workloads(s, servers_only=True).items():
        active = [r for r in resources if not topology.is_standby(r)]
        centres = {r.label("centre") for r in active} - {""}
        if len(centres) < topology.active_centres() and not topology.is_archive(resources[0]):
            yield Violation(
                resources[0], f"workload {workload}: active centres {', '.join(sorted(centres)) or '-'}"
            )


RULE = Rule(
    id="active-centres",
    items=(
        "A.5-b",
        "7.3.2.4-a",
    ),
    severity="critical",
    title=Text(
        "四级及以上业务须在两个同城中心双活",
        "Workloads of level 4 and above run in two active centres",
    ),
    why=Text(
        "单中心停电或断网时，核心业务即中断，达不到 RTO。",
        "One centre without power or network stops a core workload; its RTO cannot be kept.",
    ),
    remedy=Text(
        "在两个同城中心（medcloud-centre）都部署该业务。",
        "Place the workload in two centres of the city (medcloud-centre).",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge_stack=_judge,
)
