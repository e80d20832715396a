"""Core data says which workload and centre it belongs to."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if is_core(r.level):
        for key in ("workload", "centre"):
            if not r.label(key):
                yield f"level {r.level}, no label medcloud-{key}"


RULE = Rule(
    id="workload-placed",
    items=(
        "A.5-b",
        "7.2.2-b",
    ),
    severity="medium",
    title=Text(
        "四级及以上资源须标明业务与中心",
        "Resources of level 4 and above name workload and centre",
    ),
    why=Text(
        "不知属于哪个业务、在哪个中心，就无从判断容灾。",
        "Without them nobody can tell whether the recovery rules hold.",
    ),
    remedy=Text(
        "写 medcloud-workload 与 medcloud-centre。",
        "Write medcloud-workload and medcloud-centre.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
    ),
    judge=_judge,
)
