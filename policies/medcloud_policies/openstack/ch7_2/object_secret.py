"""Nothing secret is uploaded as an object's content."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import scan


def _judge(r: Resource) -> Iterator[str]:
    for found in scan.secrets(r.text("content")):
        yield f"content {found}"


RULE = Rule(
    id="object-secret",
    items=(
        "7.2.1-b",
        "7.2.2-b",
    ),
    severity="critical",
    title=Text("对象内容不得含机密", "An object's content holds no secrets"),
    why=Text(
        "放进对象存储的密钥会随副本与版本长期留存。",
        "A key in object storage stays in every copy and version.",
    ),
    remedy=Text("机密放密钥管理服务。", "Keep secrets in the key manager."),
    types=(tokens.OBJECTSTORAGE_CONTAINER_OBJECT,),
    judge=_judge,
)
