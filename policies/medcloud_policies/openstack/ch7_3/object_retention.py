"""An archived record is not deleted before its time."""

from collections.abc import Iterator

from medcloud.standard import number
from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.dates import days_until


def _judge(r: Resource) -> Iterator[str]:
    if not needs_encryption(r) and r.label("kind").casefold() != "archive":
        return
    retention = number("7.3.2.4-c", "retention")
    after = r.number("deleteAfter")
    if after is not None and after < retention.to("s"):
        yield f"deleteAfter {r.text('deleteAfter')} seconds"
    left = days_until(r.text("deleteAt")) if r.has("deleteAt") else None
    if left is not None and left < retention.to("d"):
        yield f"deleteAt in {left} days"


RULE = Rule(
    id="object-retention",
    items=(
        "7.3.2.4-c",
        "C.3-e",
    ),
    severity="high",
    title=Text("归档数据不得早于法定年限删除", "Archived records are not deleted before their time"),
    why=Text(
        "过期自动删除的病历找不回来。",
        "A record that deletes itself too early does not come back.",
    ),
    remedy=Text(
        "去掉 deleteAfter 与 deleteAt，或设为 30 年以后。",
        "Take deleteAfter and deleteAt out, or set them 30 years ahead.",
    ),
    types=(tokens.OBJECTSTORAGE_CONTAINER_OBJECT,),
    judge=_judge,
)
