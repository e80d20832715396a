"""Shares whose data needs it are of an encrypted share type."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.options import ENCRYPT_FROM_LEVEL
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import ENCRYPTED_SHARE_TYPES


def _judge(r: Resource) -> Iterator[str]:
    if needs_encryption(r):
        name = r.text("shareType")
        if not r.settings.matches(ENCRYPTED_SHARE_TYPES, name):
            yield f"level {r.level}, shareType {name or '-'}"


RULE = Rule(
    id="share-encrypted",
    items=(
        "7.2.1-b",
        "C.2-a",
        "C.2-b",
        "C.2-c",
    ),
    severity="critical",
    title=Text("三级及以上数据的文件共享须加密", "Shares with data of level 3 and above are encrypted"),
    why=Text(
        "文件共享的后端盘被取走时，影像即为明文。",
        "Whoever carries the disks behind a share away has the images in clear.",
    ),
    remedy=Text(
        "把 shareType 设为已加密的共享类型（名称见 encryptedShareTypes）。",
        "Set shareType to an encrypted share type (names: encryptedShareTypes).",
    ),
    types=(tokens.SHAREDFILESYSTEM_SHARE,),
    judge=_judge,
    settings=(
        ENCRYPT_FROM_LEVEL,
        ENCRYPTED_SHARE_TYPES,
    ),
)
