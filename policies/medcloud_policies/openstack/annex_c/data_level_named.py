"""What holds data says which level its data is of."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.level:
        return
    yield "medcloud-level is not one of 1 to 5" if r.label("level") else "no label medcloud-level"


RULE = Rule(
    id="data-level-named",
    items=("7.2.2-b", "C.2-a", "C.2-b", "C.2-c", "C.2-d", "C.2-e"),
    severity="high",
    title=Text("存放数据的资源须标明数据级别", "What holds data names its data level"),
    why=Text(
        "五级划分从标明级别开始：没有级别就无从判定加密、容灾与访问要求，其他规则也无法生效。",
        "The five levels begin with a label: without one neither encryption, recovery nor access can be "
        "judged, and other rules stay silent.",
    ),
    remedy=Text(
        "在 metadata 或 tags 中写 medcloud-level=1..5。",
        "Write medcloud-level=1..5 into metadata or tags.",
    ),
    types=(
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.COMPUTE_INSTANCE,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
    ),
    judge=_judge,
)
