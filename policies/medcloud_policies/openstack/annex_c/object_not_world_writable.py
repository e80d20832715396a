"""A container is written by named projects."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    for entry in r.word("containerWrite").split(","):
        if entry.strip().startswith(("*:*", ".r:", "*")):
            yield f"containerWrite {entry.strip()}"


RULE = Rule(
    id="object-not-world-writable",
    items=(
        "7.2.2-b",
        "7.2.2-c",
    ),
    severity="critical",
    title=Text("对象容器不得任人写入", "Object containers are not writable by everybody"),
    why=Text(
        "任何登录者都能写入时，影像可被替换或勒索。",
        "If anybody who can log in may write, images are exchanged or held to ransom.",
    ),
    remedy=Text(
        "containerWrite 写“项目:用户”。",
        "Write project:user into containerWrite.",
    ),
    types=(tokens.OBJECTSTORAGE_CONTAINER,),
    judge=_judge,
)
