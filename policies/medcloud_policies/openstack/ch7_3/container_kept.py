"""Deleting a container of records does not delete the records."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("forceDestroy", default=False) and needs_encryption(r):
        yield f"forceDestroy true, level {r.level}"


RULE = Rule(
    id="container-kept",
    items=(
        "7.3.2.4-c",
        "C.3-e",
    ),
    severity="high",
    title=Text("删除容器不得连带删除医疗数据", "Deleting a container does not delete its records"),
    why=Text(
        "forceDestroy 使一次误删清空三十年的档案。",
        "With forceDestroy one mistake empties thirty years of records.",
    ),
    remedy=Text(
        "三级及以上数据去掉 forceDestroy: true。",
        "Take forceDestroy: true out for level 3 and above.",
    ),
    types=(tokens.OBJECTSTORAGE_CONTAINER,),
    judge=_judge,
)
