"""Object containers are copied over HTTPS, to a realm or an https address."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("containerSyncTo").startswith("http:"):
        yield "containerSyncTo begins with http:"
    if r.has("containerSyncTo") and not r.has("containerSyncKey"):
        yield "containerSyncTo without containerSyncKey"


RULE = Rule(
    id="container-sync-https",
    items=("7.2.1-b",),
    severity="high",
    title=Text("对象容器复制须走加密通道", "Object containers are copied over an encrypted channel"),
    why=Text(
        "明文复制等于把整个容器的内容在网上念一遍。",
        "A plain copy reads the whole container out aloud on the network.",
    ),
    remedy=Text(
        "containerSyncTo 用 //realm/cluster/… 或 https://。",
        "Use //realm/cluster/... or https:// in containerSyncTo.",
    ),
    types=(tokens.OBJECTSTORAGE_CONTAINER,),
    judge=_judge,
)
