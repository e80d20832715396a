"""A core server that is deleted can be brought back for a while."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core_workload
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("forceDelete", default=False) and is_core_workload(r):
        yield "forceDelete true"


RULE = Rule(
    id="soft-delete",
    items=(
        "6.2.1-b",
        "6.1.2-b",
    ),
    severity="medium",
    title=Text("核心云主机删除后须可恢复", "A core server that was deleted can be brought back"),
    why=Text(
        "forceDelete 跳过回收站，误删无法挽回。",
        "forceDelete goes past the recycle bin; a mistake is final.",
    ),
    remedy=Text("去掉 forceDelete: true。", "Take forceDelete: true out."),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
