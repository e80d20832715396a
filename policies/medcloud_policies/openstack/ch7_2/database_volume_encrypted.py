"""A managed database stores its data on an encrypted volume type."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import ENCRYPTED_VOLUME_TYPES


def _judge(r: Resource) -> Iterator[str]:
    name = r.text("volumeType")
    if not r.settings.matches(ENCRYPTED_VOLUME_TYPES, name):
        yield f"volumeType {name or '-'}"


RULE = Rule(
    id="database-volume-encrypted",
    items=(
        "7.2.1-b",
        "7.1.2.2-b",
    ),
    severity="critical",
    title=Text("数据库服务的卷须加密", "A managed database's volume is encrypted"),
    why=Text(
        "数据库无处标注级别，故一律按敏感数据对待。",
        "A database has no room for a label, so it is taken to hold sensitive data.",
    ),
    remedy=Text(
        "把 volumeType 设为已加密的卷类型。",
        "Set volumeType to an encrypted volume type.",
    ),
    types=(tokens.DATABASE_INSTANCE,),
    judge=_judge,
    settings=(ENCRYPTED_VOLUME_TYPES,),
)
