"""User data of a core server is not written to a disk in clear."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("configDrive", default=False) and needs_encryption(r):
        yield f"configDrive true, level {r.level}"


RULE = Rule(
    id="config-drive",
    items=("7.2.1-b",),
    severity="medium",
    title=Text("三级及以上云主机不得使用配置盘", "Servers of level 3 and above use no config drive"),
    why=Text(
        "配置盘把 userData 明文写到物理机磁盘上。",
        "A config drive writes the user data to the host's disk in clear.",
    ),
    remedy=Text(
        "去掉 configDrive: true，用元数据服务。",
        "Take configDrive: true out and use the metadata service.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
