"""Volumes whose data needs it by table C.1 are of an encrypted volume type."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.options import ENCRYPT_FROM_LEVEL
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import ENCRYPTED_VOLUME_TYPES


def _judge(r: Resource) -> Iterator[str]:
    if not needs_encryption(r):
        return
    name = r.text("volumeType")
    if not r.settings.matches(ENCRYPTED_VOLUME_TYPES, name):
        yield f"level {r.level}, volumeType {name or '-'}"


RULE = Rule(
    id="volume-encrypted",
    items=("7.2.1-b", "C.2-a", "C.2-b", "C.2-c"),
    severity="critical",
    title=Text("三级及以上数据的卷须加密", "Volumes with data of level 3 and above are encrypted"),
    why=Text(
        "未加密的卷被取走或快照外泄时，病历即为明文。",
        "Whoever carries an unencrypted volume or its snapshot away has the records in clear.",
    ),
    remedy=Text(
        "将 volumeType 设为已加密的卷类型（名称见 encryptedVolumeTypes）。",
        "Set volumeType to an encrypted volume type (names: encryptedVolumeTypes).",
    ),
    types=(tokens.BLOCKSTORAGE_VOLUME,),
    judge=_judge,
    settings=(ENCRYPT_FROM_LEVEL, ENCRYPTED_VOLUME_TYPES),
)
