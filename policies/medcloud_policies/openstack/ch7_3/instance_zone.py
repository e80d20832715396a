"""What belongs to a core workload says in which zone it lies."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core_workload
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if is_core_workload(r) and not r.has("availabilityZone") and not r.has("availabilityZoneHints"):
        yield f"level {r.level or '-'}, no availabilityZone"


RULE = Rule(
    id="instance-zone",
    items=(
        "7.3.2.4-a",
        "A.5-b",
    ),
    severity="medium",
    title=Text("核心业务的云主机与卷须指明可用区", "Core servers and volumes name their zone"),
    why=Text(
        "由平台自选时，两台“双中心”主机可能落在同一机房。",
        "If the cloud chooses, both centres' servers may end up in one room.",
    ),
    remedy=Text("写 availabilityZone。", "Set availabilityZone."),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
    ),
    judge=_judge,
)
