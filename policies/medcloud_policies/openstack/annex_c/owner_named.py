"""What holds data, and each project, names who answers for it."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.label("owner"):
        yield "no label medcloud-owner"


RULE = Rule(
    id="owner-named",
    items=(
        "7.2.2-b",
        "7.2.3.1-a",
    ),
    severity="medium",
    title=Text("存放数据的资源与项目须标明负责人", "What holds data, and each project, names its owner"),
    why=Text(
        "没人负责的资源不会有人审查权限、也没人敢销毁。",
        "Nobody reviews the rights of what nobody owns, and nobody dares destroy it.",
    ),
    remedy=Text(
        "写 medcloud-owner=部门或人员。",
        "Write medcloud-owner=department or person.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
        tokens.IDENTITY_PROJECT,
    ),
    judge=_judge,
)
