"""A share is seen by its own project."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("isPublic", default=False):
        yield "isPublic true"


RULE = Rule(
    id="share-not-public",
    items=(
        "7.2.2-b",
        "6.1.3-b",
    ),
    severity="critical",
    title=Text("文件共享不得对所有项目可见", "A share is not public"),
    why=Text(
        "isPublic 使其他项目能看到并请求挂载。",
        "With isPublic other projects see it and may ask to mount it.",
    ),
    remedy=Text("去掉 isPublic: true。", "Take isPublic: true out."),
    types=(tokens.SHAREDFILESYSTEM_SHARE,),
    judge=_judge,
)
