"""A share with data of level 3 or above is served on a network of its own."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    by_key = r.word("shareProto") in ("cephfs", "glusterfs")
    if needs_encryption(r) and not by_key and not r.has("shareNetworkId"):
        yield f"level {r.level}, no shareNetworkId"


RULE = Rule(
    id="share-own-network",
    items=(
        "6.1.3-b",
        "7.2.2-a",
    ),
    severity="medium",
    title=Text(
        "三级及以上数据的共享须有专用网络",
        "Shares of level 3 and above are served on their own network",
    ),
    why=Text(
        "没有 shareNetworkId 时，共享由全平台共用的服务端提供。",
        "Without shareNetworkId the share is served by one server for everybody.",
    ),
    remedy=Text(
        "建 ShareNetwork 并在 shareNetworkId 引用（CephFS 除外）。",
        "Make a ShareNetwork and name it in shareNetworkId (CephFS apart).",
    ),
    types=(tokens.SHAREDFILESYSTEM_SHARE,),
    judge=_judge,
)
